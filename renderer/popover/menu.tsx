import { Ellipsis } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

type MenuItem = { name: string; run: () => void; off?: boolean };

/** Shows a menu above its button. It is our own, because a library of menus would double what the popover loads. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    focusItem(menu.current, 0);
    const close = (event: Event) => {
      if (!menu.current?.contains(event.target as Node) && event.target !== button.current) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [open]);
  function leave() {
    setOpen(false);
    button.current?.focus();
  }
  return (
    <div className="menu-place">
      <button
        ref={button}
        type="button"
        className="icon-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Ellipsis aria-hidden="true" />
      </button>
      {open && (
        <div
          ref={menu}
          className="menu"
          role="menu"
          tabIndex={-1}
          aria-label={label}
          onKeyDown={(event) => moveBy(event, menu.current, leave)}
          onBlur={({ relatedTarget }) => {
            if (relatedTarget !== button.current && !menu.current?.contains(relatedTarget)) setOpen(false);
          }}
        >
          {items.map(({ name, run, off = false }) => (
            <button
              key={name}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={off}
              onClick={() => {
                if (off) return;
                leave();
                run();
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Moves the focus as menus do. Escape closes the menu, and not the popover with it. */
function moveBy(event: KeyboardEvent, menu: HTMLElement | null, leave: () => void): void {
  const at = itemsOf(menu).indexOf(document.activeElement as HTMLElement);
  const places: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const next = places[event.key];
  if (event.key === 'Escape') leave();
  else if (next !== undefined) focusItem(menu, next);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}

/** Focuses an item; after the last comes the first, and before the first the last. */
function focusItem(menu: HTMLElement | null, index: number): void {
  const items = itemsOf(menu);
  items.at(index % items.length)?.focus();
}
