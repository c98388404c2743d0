export type GalleryWindow = 'index' | 'popover' | 'manager' | 'dialog' | 'wide-dialog';

/** Returns what the address asks for, `?window=popover&state=offline`; the index if it names nothing. */
export function shownWindow(): { window: GalleryWindow; state: string } {
  const query = new URLSearchParams(location.search);
  return { window: (query.get('window') ?? 'index') as GalleryWindow, state: query.get('state') ?? 'good' };
}

/** Returns the address of a window in a state. */
export function addressOf(window: GalleryWindow, state: string): string {
  return `?${new URLSearchParams({ window, state })}`;
}
