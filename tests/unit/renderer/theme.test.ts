import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accountColors } from '../../../electron/contract/accounts.ts';

const renderer = resolve(import.meta.dirname, '../../../renderer');
const theme = readFileSync(join(renderer, 'ui/theme.css'), 'utf8');
const dark = '(prefers-color-scheme: dark)';
const more = '(prefers-contrast: more)';

/** The tokens of each scheme, as the cascade leaves them. */
const schemes = {
  light: tokensOf([]),
  dark: tokensOf([dark]),
  'light, more contrast': tokensOf([more]),
  'dark, more contrast': tokensOf([dark, more, `${more} and ${dark}`]),
};

/** The least contrast of a foreground to each ground it is drawn on. */
type Promised = [foreground: string, grounds: string[], least: number];
const promised: Promised[] = [
  ['text', ['surface', 'canvas', 'hover', 'selected'], 7],
  ['text-2', ['surface', 'canvas', 'hover', 'selected'], 4.5],
  ['text-3', ['surface', 'canvas', 'hover', 'selected'], 4.5],
  ['accent', ['surface', 'canvas'], 4.5],
  ['on-accent', ['accent', 'accent-hover'], 4.5],
  ['surface', ['critical'], 4.5],
  ['ok', ['surface', 'ok-bg'], 4.5],
  ['warn', ['surface', 'warn-bg'], 4.5],
  ['critical', ['surface', 'critical-bg', 'selected'], 4.5],
  ['info', ['surface', 'info-bg'], 4.5],
  ['control', ['surface', 'canvas'], 3],
  ['focus', ['surface', 'canvas', 'selected'], 3],
  ['chart-1', ['surface', 'canvas', 'track'], 3],
  ['chart-2', ['surface', 'canvas'], 3],
  ...accountColors.map((color): Promised => [`account-${color}`, ['surface', 'canvas', 'selected'], 3]),
  ['fill-warn', ['surface', 'track'], 3],
  ['fill-critical', ['surface', 'track'], 3],
];

describe.each(Object.entries(schemes))('in %s', (_name, tokens) => {
  test.each(promised)('--%s is seen on %s at %f to 1', (foreground, grounds, least) => {
    for (const ground of grounds)
      expect(contrast(tokens, foreground, ground), `${foreground} on ${ground}`).toBeGreaterThanOrEqual(
        least,
      );
  });
});

const meter = readFileSync(join(renderer, 'ui/meter.css'), 'utf8');
const fills = [...meter.matchAll(/\.meter-fill \{[^}]*background: var\(--([\w-]+)\)/g)].map(
  ([, name]) => name,
);

test.each(Object.entries(schemes))(
  'B12: in %s, a meter is seen on its track in any tone',
  (_name, tokens) => {
    expect(meter).toMatch(/\.meter \{[^}]*background: var\(--track\)/);
    expect(fills).toHaveLength(3);
    for (const fill of fills) expect(contrast(tokens, fill ?? '', 'track'), fill).toBeGreaterThanOrEqual(3);
  },
);

test('more contrast raises every text and every border', () => {
  for (const [usual, raised] of [
    [schemes.light, schemes['light, more contrast']],
    [schemes.dark, schemes['dark, more contrast']],
  ] as const)
    for (const name of ['text', 'text-2', 'text-3', 'line', 'control', 'accent', 'critical', 'warn'])
      expect(contrast(raised, name, 'surface'), name).toBeGreaterThan(contrast(usual, name, 'surface'));
});

test('forced colours replace every colour by one of the system', () => {
  const colours = Object.keys(tokensOf([])).filter((name) => isColour(tokensOf([])[name]));
  const forced = tokensOf(['(forced-colors: active)']);
  const left = colours.filter((name) => isColour(forced[name]) && name !== 'shade');
  expect(colours.length).toBeGreaterThan(25);
  expect(left).toEqual([]);
});

test('reduced motion stops every transition', () => {
  expect(tokensOf([]).motion).toBe('120ms ease-out');
  expect(tokensOf(['(prefers-reduced-motion: reduce)']).motion).toBe('0ms');
});

const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => [file, readFileSync(join(renderer, file), 'utf8')] as const);

test('every sheet takes its colours and type sizes from the theme', () => {
  expect(sheets.length).toBeGreaterThan(10);
  const own = sheets
    .filter(([file]) => file !== 'ui/theme.css')
    .flatMap(([file, css]) =>
      [...css.matchAll(/font-size:[^;]*|#[0-9a-f]{3,8}\b|\brgba?\([^)]*\)/g)].map(
        ([found]) => `${file}: ${found}`,
      ),
    );
  expect(own).toEqual([]);
});

test('every token that is used is defined', () => {
  const known = new Set(
    sheets.flatMap(([, css]) => [...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name)),
  );
  const unknown = sheets.flatMap(([file, css]) =>
    [...css.matchAll(/var\((--[\w-]+)\)/g)]
      .filter(([, name]) => !known.has(name))
      .map(([use]) => `${file}: ${use}`),
  );
  expect(unknown).toEqual([]);
});

/** Returns the tokens under the given media queries, each of which is true. */
function tokensOf(conditions: string[]): Record<string, string> {
  const tokens: Record<string, string> = {};
  const css = theme.replace(/\/\*.*?\*\//gs, '');
  for (const [, condition, inMedia, plain] of css.matchAll(
    /@media ([^{]+?) \{\s*:root \{([^}]*)\}\s*\}|:root \{([^}]*)\}/g,
  )) {
    if (condition !== undefined && !conditions.includes(condition)) continue;
    for (const [, name, value] of (inMedia ?? plain ?? '').matchAll(/--([\w-]+):\s*([^;]+);/g))
      if (name !== undefined && value !== undefined) tokens[name] = value;
  }
  return tokens;
}

function isColour(value: string | undefined): boolean {
  return value !== undefined && /^(#|rgb)/.test(value);
}

/** Returns the contrast by WCAG 2: 1 for none, 21 for black on white. */
function contrast(tokens: Record<string, string>, one: string, other: string): number {
  const [lower = 0, higher = 0] = [luminance(tokens[one]), luminance(tokens[other])].sort((a, b) => a - b);
  return (higher + 0.05) / (lower + 0.05);
}

function luminance(colour: string | undefined): number {
  const channels = /^#(..)(..)(..)$/.exec(colour ?? '')?.slice(1);
  if (channels === undefined) throw new Error(`${colour} is no colour of six digits.`);
  const [red = 0, green = 0, blue = 0] = channels.map((hex) => {
    const value = Number.parseInt(hex, 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
