import { useMemo } from 'react';
import { useLocale } from 'react-aria-components';
import { type GuardRuleView, noGuard } from '../../../electron/contract/guard-view.ts';
import { ruleText } from '../../../electron/text/guard.ts';
import { differences } from '../../../electron/text/guard-journal.ts';
import { say } from '../../../electron/text/say.ts';
import { formatNumber } from '../../../electron/text/traffic.ts';
import { useMirror } from '../mirror.ts';
import { DataTable } from '../ui/data-table.tsx';
import { NameList } from '../ui/name-list.tsx';
import { removalOf } from './removal.ts';
import { useNameOf } from './use-name-of.ts';

const mostLines = 20;

/** Shows what Guard puts back once a rule is gone, and for whom nothing changes. */
export function RemovalPreview({ view }: { view: GuardRuleView }) {
  const { locale } = useLocale();
  const nameOf = useNameOf();
  const guard = useMirror((mirror) => mirror.guard) ?? noGuard;
  const list = useMirror((mirror) => mirror.subUsers.subUsers);
  const { putBack, kept, untouched, unseen } = useMemo(() => {
    const used = new Map(list.map(({ id, trafficGb }) => [id, trafficGb]));
    return removalOf(view, guard, (id) => used.get(id) ?? null);
  }, [view, guard, list]);
  const rest = putBack.length - mostLines;
  const named = (ids: readonly number[]) => ids.map((id) => ({ id, username: nameOf(id) ?? `${id}` }));
  return (
    <>
      <p>{ruleText(view.rule, nameOf, locale)}</p>
      {putBack.length > 0 && (
        <DataTable
          label={say('guard.removePutsBack')}
          headings={[say('guardJournal.subUser'), say('guard.removePutsBack')]}
          more={rest > 0 ? say('forms.previewMore', { count: formatNumber(rest, locale) }) : null}
          scrolls
        >
          {putBack.slice(0, mostLines).map(({ id, username, from, to }) => (
            <tr key={id}>
              <td>
                <bdi>{username}</bdi>
              </td>
              <td className="journal-change">{differences(from, to, locale).join(', ')}</td>
            </tr>
          ))}
        </DataTable>
      )}
      {unseen > 0 && <p className="hint">{say('guard.removeUnseen', { count: unseen }, locale)}</p>}
      {kept.length > 0 && (
        <p className="hint">
          {say('guard.removeKept')} <NameList subUsers={named(kept)} most={mostLines} />
        </p>
      )}
      {untouched.length > 0 && (
        <p className="hint">
          {say('guard.removeNothing')} <NameList subUsers={named(untouched)} most={mostLines} />
        </p>
      )}
    </>
  );
}
