import { useMirror } from '../mirror.ts';
import { ChoiceList } from './choice-list.tsx';

type SubUserChoiceProps = { chosen: readonly number[]; onChange: (chosen: number[]) => void };

/** Chooses the sub-users of a rule. The main user is not offered. */
export function SubUserChoice({ chosen, onChange }: SubUserChoiceProps) {
  const list = useMirror((mirror) => mirror.subUsers.subUsers);
  const main = useMirror(({ session }) => (session.kind === 'signed-in' ? session.username : null));
  return <ChoiceList list={list} main={main} chosen={chosen} onChange={onChange} />;
}
