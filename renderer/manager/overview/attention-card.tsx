import { Button, useLocale } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { type ById, readRunOuts, useById } from '../../state/by-id.ts';
import type { Attention } from '../attention/attention.ts';
import { AttentionRow, keyOf } from '../attention/attention-row.tsx';
import { useAttention } from '../attention/use-attention.ts';
import { useMirror } from '../mirror.ts';
import { openPage } from '../view.ts';

const mostRows = 5;

/** Shows what needs attention, the worst first, with the action on its row. */
export function AttentionCard() {
  const list = useMirror((mirror) => mirror.subUsers);
  const { locale } = useLocale();
  const found = useAttention();
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
          <Button className="quiet-link" onPress={() => openPage('alerts')}>
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
          <AttentionRow key={keyOf(each)} attention={each} reachesAt={reachOf(each, reaches)} />
        ))}
      </ul>
    </section>
  );
}

function reachOf(attention: Attention, reaches: ById<number | null>): number | null {
  return 'subUser' in attention ? (reaches.get(attention.subUser.id) ?? null) : null;
}
