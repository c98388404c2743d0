import { Ellipsis, X } from 'lucide-react';
import { Button, useLocale } from 'react-aria-components';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { type BulkAction, bulkActions, selectedText } from '../../../../electron/text/bulk.ts';
import { say } from '../../../../electron/text/say.ts';
import { capFor } from '../../guard/cap-for.ts';
import { useMirror } from '../../mirror.ts';
import { Menu } from '../../ui/menu.tsx';

type SelectionBarProps = {
  subUsers: readonly SubUser[];
  onAction: (action: BulkAction) => void;
  onHandOver: () => void;
  onClear: () => void;
};

/** The actions that have a button; the others are in the menu. */
const inView: readonly BulkAction[] = ['limit', 'add', 'disable'];

/** Shows how many rows are selected and what they used, and the actions on them. */
export function SelectionBar({ subUsers, onAction, onHandOver, onClear }: SelectionBarProps) {
  const { locale } = useLocale();
  const busy = useMirror(({ job }) => job?.state === 'running' || job?.state === 'cancelling');
  const main = useMirror(({ session }) => (session.kind === 'signed-in' ? session.username : null));
  if (subUsers.length === 0) return null;
  const others = subUsers.filter(({ username }) => username !== main);
  const rest = bulkActions.filter((action) => !inView.includes(action));
  const more = (
    <Button className="icon-button" aria-label={say('bulk.more')} isDisabled={busy}>
      <Ellipsis />
    </Button>
  );
  return (
    <section className="selection" aria-label={say('bulk.selection')}>
      <p role="status">{selectedText(subUsers, locale)}</p>
      {inView.map((action) => (
        <Button key={action} className="button" isDisabled={busy} onPress={() => onAction(action)}>
          {say(`bulk.action.${action}`)}
        </Button>
      ))}
      <Menu
        button={more}
        actions={[
          { name: say('bulk.handOver'), run: onHandOver },
          {
            name: say('guard.capFor'),
            run: () => capFor(others.map(({ id }) => id)),
            isDisabled: others.length === 0,
          },
          ...rest.map((action) => ({
            name: say(`bulk.action.${action}`),
            run: () => onAction(action),
            isDangerous: action === 'delete',
          })),
        ]}
      />
      <Button className="icon-button" aria-label={say('bulk.clear')} onPress={onClear}>
        <X />
      </Button>
    </section>
  );
}
