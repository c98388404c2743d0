import { Ellipsis, type LucideIcon } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { Menu, type MenuAction } from './menu.tsx';
import './toolbar.css';

export type ToolbarAction = MenuAction & { icon?: LucideIcon; isPrimary?: boolean };

type ToolbarProps = {
  title: ReactNode;
  /** Stands beside the title, such as a count. */
  note?: string | undefined;
  /** A button before the title. */
  before?: ReactNode;
  /** The period or the filter. */
  children?: ReactNode;
  search?: ReactNode;
  /** A button with a menu, at the end. */
  end?: ReactNode;
  /** Buttons, the main one last. In a narrow window they are in the menu. */
  actions?: readonly ToolbarAction[];
  /** What is done seldom: always in the menu. */
  more?: readonly MenuAction[];
  /** What became of an action. */
  said?: string;
};

/** Heads a page: its title, what it shows, and what can be done. */
export function Toolbar({
  title,
  note,
  before,
  children,
  search,
  end,
  actions = [],
  more = [],
  said = '',
}: ToolbarProps) {
  const narrow = useNarrow();
  const listed = narrow ? [...actions].reverse().concat(more) : more;
  return (
    <header className="toolbar">
      {before}
      <h1>{title}</h1>
      {note !== undefined && <span className="hint toolbar-note">{note}</span>}
      {children}
      <span className="toolbar-gap" />
      <span role="status" className="hint toolbar-said">
        {said}
      </span>
      {search}
      {listed.length > 0 && (
        <Menu
          button={
            <Button className="button" aria-label={say('frame.moreActions')}>
              <Ellipsis />
            </Button>
          }
          actions={listed}
        />
      )}
      {!narrow && actions.map((action) => <ActionButton key={action.name} {...action} />)}
      {end}
    </header>
  );
}

function ActionButton({ name, run, icon: Icon, isPrimary = false, isDisabled = false }: ToolbarAction) {
  return (
    <Button className={isPrimary ? 'button primary' : 'button'} isDisabled={isDisabled} onPress={run}>
      {Icon !== undefined && <Icon />}
      {name}
    </Button>
  );
}

const narrowWindow = matchMedia('(width < 760px)');

function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrowWindow.addEventListener('change', changed);
      return () => narrowWindow.removeEventListener('change', changed);
    },
    () => narrowWindow.matches,
  );
}
