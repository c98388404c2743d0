import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { firstView, type ManagerView, type PageName } from '../../electron/contract/manager-view.ts';
import { bridge } from '../state/bridge.ts';

/** A change is saved once no other has come for this long. */
const settleMs = 300;

const store = createStore<ManagerView>(() => firstView);
let pending: ReturnType<typeof setTimeout> | null = null;

/** Reads where the manager was left. The window mounts after it, so that no page is shown only to be replaced. */
export async function openView(): Promise<void> {
  const outcome = await bridge.command('readView', null);
  if (outcome.ok) store.setState(outcome.value);
  // A reload does not wait for the change to settle.
  addEventListener('pagehide', save);
}

/** Returns the page in view, and a function that opens another. */
export function usePage(): [page: PageName, open: (page: PageName) => void] {
  return [useStore(store, ({ page }) => page), openPage];
}

export function openPage(page: PageName): void {
  change({ page });
}

type Parts = Omit<ManagerView, 'page'>;
type PartName = keyof Parts;

/** Works like `useState`, for a value that survives a page change and a restart: `usePageState('subUsers', 'search')`. */
export function usePageState<Part extends PartName, Name extends keyof Parts[Part]>(
  part: Part,
  name: Name,
): [value: Parts[Part][Name], set: (value: Parts[Part][Name]) => void] {
  const value = useStore(store, (view) => view[part][name]);
  return [value, (next) => keepPageState(part, name, next)];
}

/** Returns a value once, without following it, such as where a list was scrolled. */
export function pageState<Part extends PartName, Name extends keyof Parts[Part]>(
  part: Part,
  name: Name,
): Parts[Part][Name] {
  return store.getState()[part][name];
}

export function keepPageState<Part extends PartName, Name extends keyof Parts[Part]>(
  part: Part,
  name: Name,
  value: Parts[Part][Name],
): void {
  change({ [part]: { ...store.getState()[part], [name]: value } });
}

/** Shows what a first start does, because the next account has other sub-users. Main erases what it keeps. */
export function resetView(): void {
  if (pending !== null) clearTimeout(pending);
  pending = null;
  store.setState(firstView);
}

function change(changed: Partial<ManagerView>): void {
  store.setState(changed);
  if (pending !== null) clearTimeout(pending);
  pending = setTimeout(save, settleMs);
}

function save(): void {
  if (pending === null) return;
  clearTimeout(pending);
  pending = null;
  void bridge.command('saveView', store.getState());
}
