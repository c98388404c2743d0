import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { Button, useLocale } from 'react-aria-components';
import { attentionText, attentionTitle } from '../../../electron/text/attention.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { type ById, readRunOuts, useById } from '../../state/by-id.ts';
import type { Figures } from '../../state/figures.ts';
import { useMirror } from '../mirror.ts';
import { openPage } from '../view.ts';
import { allocationOf } from './allocation.ts';
import { type Attention, attentionOf } from './attention.ts';

const mostRows = 5;

/** Shows what needs attention, the worst first, with the action on its row. */
export function AttentionCard({ figures }: { figures: Figures }) {
  const list = useMirror((mirror) => mirror.subUsers);
  const { locale } = useLocale();
  const found = useMemo(
    () => attentionOf(list.subUsers, figures, allocationOf(list.subUsers, null)),
    [list, figures],
  );
  const shown = found.slice(0, mostRows);
  const near = shown.flatMap((each) => (each.kind === 'near' ? each.subUser.id : []));
  const reaches = useById(near, list.readAt, readRunOuts);
  const more = found.length - shown.length;
  return (
    <section className="card attention-card" aria-labelledby="attention">
      <div className="card-head">
        <h2 id="attention">{say('overview.attention')}</h2>
        <span className="card-gap" />
        {more > 0 && <span className="hint">{say('overview.more', { count: more }, locale)}</span>}
        {found.length > 0 && (
          <Button className="quiet-link" onPress={() => openPage('sub-users')}>
            {say('overview.viewAll')}
          </Button>
        )}
      </div>
      {list.readAt === null ? (
        <div className="skeleton rows" />
      ) : (
        found.length === 0 && <p className="hint">{say('overview.nothing')}</p>
      )}
      <ul className="attention">
        {shown.map((each) => (
          <Row key={keyOf(each)} attention={each} reachesAt={reachOf(each, reaches)} />
        ))}
      </ul>
    </section>
  );
}

function Row({ attention, reachesAt }: { attention: Attention; reachesAt: number | null }) {
  const { locale } = useLocale();
  const title = attentionTitle(attention);
  return (
    <li className={attention.kind === 'over' ? 'attention-row critical' : 'attention-row'}>
      <TriangleAlert aria-hidden="true" />
      <bdi className="attention-name">{title}</bdi>
      <Action attention={attention} title={title} />
      <span className="hint">{attentionText(attention, reachesAt, locale)}</span>
    </li>
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

function reachOf(attention: Attention, reaches: ById<number | null>): number | null {
  return 'subUser' in attention ? (reaches.get(attention.subUser.id) ?? null) : null;
}

function keyOf(attention: Attention): string {
  return 'subUser' in attention ? `${attention.subUser.id}` : attention.kind;
}
