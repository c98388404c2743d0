import { useLayoutEffect } from 'react';
import type { Font } from '../../electron/contract/appearance.ts';

/** Sets the page in a font, before it is painted. Charts follow the attribute. */
export function useFont(font: Font): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.font = font;
  }, [font]);
}
