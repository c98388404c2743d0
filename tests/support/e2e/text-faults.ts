import type { Frame, Page } from '@playwright/test';

/**
 * Returns each text on a page in the pseudo-locale that is cut, reaches beyond the page, or is not from the catalogue: those are
 * in brackets. Also whether the page scrolls sideways.
 */
export function textFaults(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() => {
    /** What is the same in every language: names, code, and what the system formats. */
    const ownWords = 'bdi, code, option, script, style, [role=spinbutton], [data-type=literal]';
    const unseen = '.unseen, .rail-hidden, [data-live-announcer], [style*="clip"]';
    /** React Aria names these itself, in the language of the system. */
    const reactAriaNames = ['Dismiss', 'Remove'];
    const sameEverywhere =
      /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\b(AM|PM|UTC|USD)\b|\b[A-Z]\w+\/\w+|\b[a-z]+(_[a-z]+)+\b|\b[\da-f]+(-[\da-f]+){4}\b/gi;
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`The page is ${root.scrollWidth} px wide.`);

    function isForeign(element: Element, text: string): boolean {
      if (!/\p{L}{2,}/u.test(text.replaceAll(sameEverywhere, '')) || text.includes('[')) return false;
      if (element.closest(ownWords) !== null || reactAriaNames.includes(text)) return false;
      const whole = element.closest('p, li, td, button, label')?.textContent ?? '';
      return !/^[\s\u202b]*\[/.test(whole);
    }

    /** Returns what cuts a text. An ellipsis is meant where a tooltip has the whole, and in names. */
    function cutterOf(element: Element, text: DOMRect): Element | null {
      for (let each: Element | null = element; each !== null; each = each.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(each);
        const box = each.getBoundingClientRect();
        if (text.right <= box.right + 1 && text.left >= box.left - 1) continue;
        if (overflowX === 'auto' || overflowX === 'scroll') return null;
        if (
          textOverflow === 'ellipsis' &&
          (each.closest('[title], bdi') ?? each.querySelector('bdi')) !== null
        )
          return null;
        if (overflowX !== 'visible' || each.tagName === 'BUTTON') return each;
      }
      return text.right > innerWidth + 1 || text.left < -1 ? root : null;
    }

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement: element, textContent } = texts.currentNode;
      const text = (textContent ?? '').trim();
      if (element === null || text === '' || element.closest(unseen) !== null) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const cutter = cutterOf(element, range.getBoundingClientRect());
      if (cutter !== null) found.push(`Cut by ${cutter.tagName} ${cutter.className}: ${text}`);
      if (isForeign(element, text)) found.push(`Not in the catalogue: ${text}`);
    }
    for (const name of ['aria-label', 'title', 'placeholder'])
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const text = element.getAttribute(name) ?? '';
        if (isForeign(element, text)) found.push(`Not in the catalogue, ${name}: ${text}`);
      }
    return found;
  });
}
