import { useEffect, useState } from 'react';

/**
 * Returns a number that changes when a canvas has to be drawn again: with the scheme, the contrast, forced colours, or the
 * device's pixels, as when the window moves to another screen.
 */
export function useSurroundings(): number {
  const [version, setVersion] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query names the ratio of now, so each change needs another.
  useEffect(() => {
    const changed = () => setVersion((last) => last + 1);
    const queries = [
      matchMedia('(prefers-color-scheme: dark)'),
      matchMedia('(prefers-contrast: more)'),
      matchMedia('(forced-colors: active)'),
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`),
    ];
    for (const query of queries) query.addEventListener('change', changed);
    // The theme can be chosen in the settings too.
    const theme = new MutationObserver(changed);
    theme.observe(document.documentElement, { attributes: true });
    return () => {
      theme.disconnect();
      for (const query of queries) query.removeEventListener('change', changed);
    };
  }, [version]);
  return version;
}
