import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { z } from 'zod';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const resultSchema = z.object({
  passes: z.array(z.unknown()),
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** Returns axe's violations on a page, as rule and element. Throws if axe checked nothing. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, because the page's policy blocks foreign scripts.
  await page.evaluate(source);
  // Half-way from one colour scheme to the other, a text has the contrast of neither.
  await page.evaluate(() => {
    for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
  });
  // React Aria keeps each announcement in the page for seven seconds, as an image without a text.
  const result = resultSchema.parse(await page.evaluate('axe.run({ exclude: ["[data-live-announcer]"] })'));
  if (result.passes.length === 0) throw new Error('axe checked nothing.');
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
