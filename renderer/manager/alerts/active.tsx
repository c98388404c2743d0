import { BellOff, BellRing, CircleCheck, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { Alert } from '../../../electron/contract/alert.ts';
import { alertText } from '../../../electron/text/alert.ts';
import { say } from '../../../electron/text/say.ts';
import { type ById, readRunOuts, useById } from '../../state/by-id.ts';
import type { Attention } from '../attention/attention.ts';
import { AttentionRow, keyOf } from '../attention/attention-row.tsx';
import { useMirror } from '../mirror.ts';
import { openPage } from '../view.ts';
import { type ActiveGroup, activeGroups, mostShown } from './active-groups.ts';
import { changeAlerts } from './change-alerts.ts';

type ActiveProps = { found: readonly Attention[]; alerts: readonly Alert[] };

/** Lists what is still true, each with the action that ends it. The list empties by itself. */
export function Active({ found, alerts }: ActiveProps) {
  const readAt = useMirror((mirror) => mirror.subUsers.readAt);
  const groups = useMemo(() => activeGroups(found), [found]);
  const near = groups
    .flatMap(({ rows }) => rows.slice(0, mostShown))
    .flatMap((each) => (each.kind === 'near' ? each.subUser.id : []));
  const reaches = useById(near, readAt, readRunOuts);
  if (readAt === null) return <p className="hint">{say('inbox.notRead')}</p>;
  if (found.length + alerts.length === 0) return <Nothing />;
  return (
    <ul className="attention active-list" aria-label={say('inbox.active')}>
      {groups.map((group) => (
        <Group key={group.key} group={group} reaches={reaches} />
      ))}
      {alerts.map((alert) => (
        <AlertRow key={alert.id} alert={alert} />
      ))}
    </ul>
  );
}

function Nothing() {
  return (
    <div className="inbox-empty">
      <CircleCheck aria-hidden="true" />
      <p>{say('inbox.nothing')}</p>
      <p className="hint">{say('inbox.nothingHint')}</p>
    </div>
  );
}

type GroupProps = { group: ActiveGroup; reaches: ById<number | null> };

/** Shows the rows of a group, behind a button where they are many. */
function Group({ group: { kind, rows }, reaches }: GroupProps) {
  const { locale } = useLocale();
  const [open, setOpen] = useState(false);
  const shown = kind === null || open ? rows.slice(0, mostShown) : [];
  return (
    <>
      {kind !== null && (
        <li className={kind === 'over' ? 'attention-row critical' : 'attention-row'}>
          <TriangleAlert aria-hidden="true" />
          <span className="attention-name">{groupText(kind, rows.length, locale)}</span>
          <span className="attention-actions">
            <Button className="button" aria-expanded={open} onPress={() => setOpen(!open)}>
              {say(open ? 'inbox.hide' : 'inbox.show')}
            </Button>
          </span>
        </li>
      )}
      {shown.map((each) => (
        <AttentionRow key={keyOf(each)} attention={each} reachesAt={reachOf(each, reaches)} measured>
          {'subUser' in each && <Mute {...each.subUser} />}
        </AttentionRow>
      ))}
      {shown.length > 0 && shown.length < rows.length && (
        <li className="attention-row">
          <Button className="quiet-link" onPress={() => openPage('sub-users')}>
            {say('inbox.showAll')}
          </Button>
        </li>
      )}
    </>
  );
}

function groupText(kind: NonNullable<ActiveGroup['kind']>, count: number, locale: string): string {
  const keys = {
    over: 'inbox.groupOver',
    'at-limit': 'inbox.groupAtLimit',
    near: 'inbox.groupNear',
  } as const;
  return say(keys[kind], { count }, locale);
}

function Mute({ id, username }: { id: number; username: string }) {
  const ids = useMirror((mirror) => mirror.settings.alerts.mutedSubUserIds);
  const muted = ids.includes(id);
  const label = say(muted ? 'inbox.unmute' : 'inbox.mute', { name: username });
  return (
    <Button
      className="icon-button"
      aria-label={label}
      onPress={() =>
        changeAlerts({ mutedSubUserIds: muted ? ids.filter((each) => each !== id) : [...ids, id] })
      }
    >
      {muted ? <BellOff aria-hidden="true" /> : <BellRing aria-hidden="true" />}
    </Button>
  );
}

/** Shows an alert that is still true and that no figure shows. */
function AlertRow({ alert }: { alert: Alert }) {
  const { locale } = useLocale();
  const { title, body } = alertText(alert, locale);
  return (
    <li className="attention-row">
      <TriangleAlert aria-hidden="true" />
      <bdi className="attention-name">{title}</bdi>
      <span />
      <span className="hint">{body}</span>
    </li>
  );
}

function reachOf(attention: Attention, reaches: ById<number | null>): number | null {
  return 'subUser' in attention ? (reaches.get(attention.subUser.id) ?? null) : null;
}
