import { expect, test } from 'vitest';
import type { z } from 'zod';
import { readSettings } from '../../../electron/contract/settings.ts';
import { breach } from '../../support/unit/boundary/breach.ts';
import { type Changed, oneChange } from '../../support/unit/boundary/one-change.ts';
import { plant } from '../../support/unit/boundary/plant.ts';
import { commandSamples, fileSamples, type Sample } from '../../support/unit/boundary/samples.ts';

const samples = [...commandSamples, ...fileSamples];

function changesOf({ valid, together = [] }: Sample): Changed[] {
  return [...oneChange(valid), ...together.map((value) => ({ at: '(both)', value }))];
}

/** Returns each change after which the schema lets something through that the law forbids. */
function* breaches(
  { of, valid, schema: own }: Sample,
  schema: z.ZodType,
  changes: Iterable<Changed>,
): Generator<string> {
  // As it is read, with what a schema adds.
  const model = own.parse(valid);
  for (const { at, value } of changes) {
    const read = schema.safeParse(value);
    const broken = read.success ? breach(of, read.data, model) : null;
    if (broken !== null) yield `${of} ${at}: ${broken}`;
  }
}

/** Returns the field that was weakened: the last name of its place. */
function fieldOf(what: string): string {
  return /(\w+|\(all\))[[\]|\d]*:/.exec(what)?.[1] ?? '';
}

test('every valid value passes, and keeps the law', () => {
  for (const { of, schema, valid } of samples) {
    expect(schema.safeParse(valid).success, of).toBe(true);
    expect(breach(of, schema.parse(valid), schema.parse(valid)), of).toBeNull();
  }
});

test('checklist bounds: no valid command or file with one thing changed passes against the law', () => {
  let changed = 0;
  const found = samples.flatMap((sample) => {
    const changes = changesOf(sample);
    changed += changes.length;
    return [...breaches(sample, sample.schema, changes)];
  });
  console.log(`${samples.length} valid values, ${changed} changes`);
  expect(found).toEqual([]);
}, 60_000);

test('settings with one thing changed are read as settings that keep the law, or not at all', () => {
  const sample = samples.find(({ of }) => of === 'the settings');
  for (const { at, value } of oneChange(sample?.valid)) {
    const read = readSettings(value);
    if (read !== null) expect(breach('the settings', read.value, sample?.valid), at).toBeNull();
  }
});

test('checklist bounds: each defect that is planted in a schema is found by one of the changes', () => {
  const planted = new Map<string, boolean>();
  const tried = samples.map((sample) => ({
    sample,
    changes: changesOf(sample).map((change) => ({ ...change, fields: change.at.split(/[.:]/) })),
    defects: plant(sample.schema).map(({ what, schema }) => ({ what, schema, name: `${sample.of}${what}` })),
  }));
  // The changes of the weakened field find nearly all, at a tenth of the time.
  for (const near of [true, false])
    for (const { sample, changes, defects } of tried)
      for (const { what, schema, name } of defects) {
        if (planted.get(name) === true) continue;
        const field = fieldOf(what);
        const some = changes.filter(({ fields }) => fields.includes(field) === near);
        planted.set(name, !breaches(sample, schema, some).next().done);
      }
  const missed = [...planted].flatMap(([name, found]) => (found ? [] : name));
  console.log(`${planted.size} planted defects, ${planted.size - missed.length} found`);
  if (process.env.OXYGAUGE_LIST !== undefined) console.log([...planted.keys()].join('\n'));
  expect(missed).toEqual([]);
}, 120_000);
