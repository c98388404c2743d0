import { Button } from 'react-aria-components';
import { bridge } from '../../state/bridge.ts';

/** Shows a sub-user's name as the way to its traffic. */
export function SubUserName({ subUser: { id, username } }: { subUser: { id: number; username: string } }) {
  const target = { kind: 'sub-user', id, what: 'usage' } as const;
  return (
    <Button className="name-link" onPress={() => void bridge.command('openManager', { target })}>
      <bdi>{username}</bdi>
    </Button>
  );
}
