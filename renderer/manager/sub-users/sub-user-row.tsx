import { Cell, Row } from 'react-aria-components';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { formatShare, formatTraffic, unknownText } from '../../../electron/contract/traffic-text.ts';
import { usedShare } from '../../../electron/contract/used-share.ts';
import { useMirror } from '../../state/mirror.ts';
import { limitText } from '../../ui/limit-text.ts';
import { Meter } from '../../ui/meter.tsx';
import { RowMenu } from './row-menu.tsx';
import type { Open } from './sub-users-page.tsx';
import { statusText, yesNo } from './texts.ts';

type SubUserRowProps = {
  subUser: SubUser;
  onOpen: (open: Open) => void;
  onProblem: (problem: string | null) => void;
};

export function SubUserRow({ subUser, onOpen, onProblem }: SubUserRowProps) {
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const main = useIsMainUser(subUser);
  const share = usedShare(subUser.trafficGb, subUser.limit);
  return (
    <Row id={subUser.id} className={`row ${subUser.status}`} textValue={subUser.username}>
      <Cell className="cell name" textValue={subUser.username}>
        <bdi title={subUser.username}>{subUser.username}</bdi>
        {main && <span className="badge">Main</span>}
      </Cell>
      <Cell className="cell">{statusText(subUser)}</Cell>
      <Cell className="cell figure-cell">{formatTraffic(subUser.trafficGb, locale)}</Cell>
      <Cell className="cell figure-cell">{limitText(subUser.limit, locale, unknownText)}</Cell>
      <Cell className="cell used" textValue={share === null ? '' : formatShare(share, locale)}>
        {share !== null && (
          <>
            <Meter label={`Used by ${subUser.username}`} share={share} text={formatShare(share, locale)} />
            <span>{formatShare(share, locale)}</span>
          </>
        )}
      </Cell>
      <Cell className="cell">{yesNo(subUser.disablesAtLimit)}</Cell>
      <Cell className="cell">{yesNo(subUser.lifetime)}</Cell>
      <Cell className="cell">{dateText(subUser.createdAt, locale)}</Cell>
      <Cell className="cell" textValue="">
        <RowMenu subUser={subUser} main={main} onOpen={onOpen} onProblem={onProblem} />
      </Cell>
    </Row>
  );
}

function useIsMainUser({ username }: SubUser): boolean {
  return useMirror(({ session }) => session?.kind === 'signed-in' && session.username === username);
}

function dateText(at: number | null, locale: string): string {
  if (at === null) return unknownText;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}
