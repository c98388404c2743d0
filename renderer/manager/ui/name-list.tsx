import { useLocale } from 'react-aria-components';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { say } from '../../../electron/text/say.ts';

type NameListProps = {
  subUsers: readonly Pick<SubUser, 'id' | 'username'>[];
  /** The rest is shown as a count. */
  most: number;
};

/** Shows the first names of some sub-users. Each is isolated from the text direction around it. */
export function NameList({ subUsers, most }: NameListProps) {
  const { locale } = useLocale();
  const rest = subUsers.length - most;
  return (
    <>
      {subUsers.slice(0, most).map(({ id, username }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <bdi>{username}</bdi>
        </span>
      ))}
      {rest > 0 && say('bulk.andMore', { count: rest }, locale)}
    </>
  );
}
