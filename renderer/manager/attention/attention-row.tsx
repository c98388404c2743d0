import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, useLocale } from 'react-aria-components';
import { attentionText, attentionTitle } from '../../../electron/text/attention.ts';
import { say } from '../../../electron/text/say.ts';
import { formatShare } from '../../../electron/text/traffic.ts';
import { bridge } from '../../state/bridge.ts';
import { Meter } from '../../ui/meter.tsx';
import { openPage } from '../view.ts';
import type { Attention } from './attention.ts';
import './attention.css';

type AttentionRowProps = {
  attention: Attention;
  /** When the limit will likely be reached; null if that is not known. */
  reachesAt: number | null;
  /** Whether a meter shows the share of the limit. */
  measured?: boolean;
  /** What else can be done. */
  children?: ReactNode;
};

/** Shows what needs attention, with the action that ends it. */
export function AttentionRow({ attention, reachesAt, measured = false, children }: AttentionRowProps) {
  const { locale } = useLocale();
  const title = attentionTitle(attention);
  return (
    <li className={attention.kind === 'over' ? 'attention-row critical' : 'attention-row'}>
      <TriangleAlert aria-hidden="true" />
      <Title attention={attention} title={title} />
      {measured && 'subUser' in attention && (
        <Meter
          label={say('subUsers.usedBy', { username: title })}
          share={attention.share}
          text={formatShare(attention.share, locale)}
        />
      )}
      <span className="attention-actions">
        <Action attention={attention} title={title} />
        {children}
      </span>
      <span className="hint">{attentionText(attention, reachesAt, locale)}</span>
    </li>
  );
}

/** Leads to the sub-user, if it is about one. */
function Title({ attention, title }: { attention: Attention; title: string }) {
  if (!('subUser' in attention)) return <span className="attention-name fact">{title}</span>;
  const target = { kind: 'sub-user', id: attention.subUser.id, what: 'usage' } as const;
  return (
    <Button
      className="attention-name attention-link"
      onPress={() => void bridge.command('openManager', { target })}
    >
      <bdi>{title}</bdi>
    </Button>
  );
}

function Action({ attention, title }: { attention: Attention; title: string }) {
  if ('subUser' in attention) {
    const target = { kind: 'sub-user', id: attention.subUser.id, what: 'raise' } as const;
    return (
      <Button
        className="button"
        aria-label={say('overview.raiseOf', { name: title })}
        onPress={() => void bridge.command('openManager', { target })}
      >
        {say('overview.raise')}
      </Button>
    );
  }
  const page = attention.kind === 'plan-over' ? 'settings' : 'sub-users';
  return (
    <Button
      className="button"
      aria-label={say('overview.reviewOf', { name: title })}
      onPress={() => openPage(page)}
    >
      {say('overview.review')}
    </Button>
  );
}

export function keyOf(attention: Attention): string {
  return 'subUser' in attention ? `${attention.subUser.id}` : attention.kind;
}
