import { useEffect, useState } from 'react';
import type { Open } from './open.ts';

/** Imports a file that is dropped on the window, unless a dialog is open. Returns whether a file is held over the window. */
export function useFileDrop(open: Open, onOpen: (open: Open) => void): boolean {
  const [isOver, setOver] = useState(false);
  const takes = open === null;
  useEffect(() => {
    if (!takes) return;
    const hover = (event: DragEvent) => {
      // Text that is dragged within the page is no file.
      if (event.dataTransfer?.items[0]?.kind !== 'file') return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      onOpen({ kind: 'import', file });
    };
    addEventListener('dragover', hover);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', hover);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
      setOver(false);
    };
  }, [takes, onOpen]);
  return isOver;
}
