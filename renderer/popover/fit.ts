import { type RefObject, useLayoutEffect } from 'react';
import { bridge } from '../state/bridge.ts';

/** Keeps the window as tall as its content, which changes with the figures and with the size of texts. */
export function useFit(content: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = content.current;
    if (element === null) return;
    let sentPx = 0;
    const observer = new ResizeObserver(() => {
      const heightPx = Math.ceil(element.getBoundingClientRect().height);
      if (heightPx === sentPx || heightPx === 0) return;
      sentPx = heightPx;
      void bridge.command('fitPopover', { heightPx });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [content]);
}
