import { useLocale } from 'react-aria-components';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { limitText } from '../../../../electron/text/limit.ts';
import { say } from '../../../../electron/text/say.ts';
import { formatNumber, unknownText } from '../../../../electron/text/traffic.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { type LimitChange, limitSteps } from './limit-preview.ts';

const mostShown = 100;

type LimitPreviewProps = { subUsers: readonly SubUser[]; change: LimitChange };

/** Shows each limit before and after a change, and how many sub-users would be over theirs at once. */
export function LimitPreview({ subUsers, change }: LimitPreviewProps) {
  const { locale } = useLocale();
  const { steps, over, skipped } = limitSteps(subUsers, change);
  const rest = steps.length - mostShown;
  return (
    <>
      <DataTable
        label={say('forms.preview')}
        headings={[say('forms.previewName'), say('forms.previewOld'), say('forms.previewNew')]}
        more={rest > 0 ? say('forms.previewMore', { count: formatNumber(rest, locale) }) : null}
        scrolls
      >
        {steps.slice(0, mostShown).map(({ subUser, after }) => (
          <tr key={subUser.id}>
            <td>
              <bdi>{subUser.username}</bdi>
            </td>
            <td>{limitText(subUser.limit, locale, unknownText)}</td>
            <td>{after === null ? say('forms.unchanged') : limitText(after, locale, unknownText)}</td>
          </tr>
        ))}
      </DataTable>
      <p role="status" className={over > 0 ? 'problem' : 'hint'}>
        {over > 0 && say('forms.overAtOnce', { count: over }, locale)}
        {over > 0 && skipped > 0 && ' '}
        {skipped > 0 && say('forms.skippedUnlimited', { count: skipped }, locale)}
      </p>
    </>
  );
}
