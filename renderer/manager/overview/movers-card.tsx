import { useLocale } from 'react-aria-components';
import { startOfDay } from '../../../electron/contract/day.ts';
import type { Movers } from '../../../electron/contract/usage.ts';
import { changeText, moverText } from '../../../electron/text/overview.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useRead } from '../../state/use-read.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { useMirror } from '../mirror.ts';
import { shownMovers } from './movers.ts';
import { SubUserName } from './sub-user-name.tsx';

const readMovers = () => bridge.command('readMovers', null);
/** From this multiple of the usual day on, more traffic is worth a look. */
const notable = 1.4;

/** Shows the sub-users whose yesterday differs most from their usual day. */
export function MoversCard() {
  const readAt = useMirror((mirror) => mirror.subUsers.readAt);
  // They are of yesterday, so only a new day changes them.
  const movers = useRead(readMovers, readAt === null ? 0 : startOfDay(readAt));
  return (
    <section className="card movers-card" aria-labelledby="movers">
      <div className="card-head">
        <h2 id="movers">{say('overview.movers')}</h2>
        <span className="card-gap" />
        <span className="hint">{say('overview.moversPeriod')}</span>
      </div>
      {readAt === null || movers === null ? <div className="skeleton rows" /> : <Rows movers={movers} />}
    </section>
  );
}

function Rows({ movers }: { movers: Movers }) {
  const { locale } = useLocale();
  const rows = shownMovers(movers);
  if (rows.length === 0) {
    return (
      <p className="hint">{say(movers.compared === 0 ? 'overview.moversNone' : 'overview.moversSame')}</p>
    );
  }
  return (
    <table className="rows-table" aria-labelledby="movers">
      <tbody>
        {rows.map((mover) => (
          <tr key={mover.id}>
            <td className="name-cell">
              <SubUserName subUser={mover} />
            </td>
            <td className="spark-cell">
              <Sparkline days={mover.days} />
            </td>
            <td
              className={mover.dayGb > notable * mover.usualGb ? 'number-cell notable' : 'number-cell'}
              title={moverText(mover, movers.day, locale)}
            >
              {changeText(mover, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
