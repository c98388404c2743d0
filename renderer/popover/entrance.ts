import { type RefObject, useEffect } from 'react';

const slidePx = 4;

/** Fades the content in from the edge at the tray whenever the popover opens. With reduced motion it is there at once. */
export function useEntrance(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const enter = () => {
      if (document.visibilityState === 'visible') playEntrance(content.current);
    };
    // A new window counts as visible before it is shown; its first focus is its opening.
    window.addEventListener('focus', enter, { once: true });
    document.addEventListener('visibilitychange', enter);
    return () => {
      window.removeEventListener('focus', enter);
      document.removeEventListener('visibilitychange', enter);
    };
  }, [content]);
}

function playEntrance(element: HTMLElement | null): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const fromPx = isInUpperHalf() ? -slidePx : slidePx;
  element?.animate([{ opacity: 0, transform: `translateY(${fromPx}px)` }, {}], {
    duration: 120,
    easing: 'ease-out',
  });
}

function isInUpperHalf(): boolean {
  return screenY + outerHeight / 2 < screen.height / 2;
}
