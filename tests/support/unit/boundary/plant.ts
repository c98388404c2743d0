import { z } from 'zod';

/** A schema in which one thing was weakened, and what. */
export type Planted = { what: string; schema: z.ZodType };

type Definition = {
  type: string;
  checks?: unknown[];
  shape?: Record<string, z.ZodType>;
  catchall?: z.ZodType;
  element?: z.ZodType;
  options?: z.ZodType[];
  innerType?: z.ZodType;
  valueType?: z.ZodType;
  keyType?: z.ZodType;
  in?: z.ZodType;
  format?: string;
};

/** Returns each schema that a mistake in one place could have made of this one: a bound, a rule or a strictness lost. */
export function plant(schema: z.ZodType, at = ''): Planted[] {
  const definition = schema._zod.def as Definition;
  return [...weakened(schema, definition, at), ...within(schema, definition, at)];
}

function weakened(
  schema: z.ZodType,
  { type, checks = [], catchall, format }: Definition,
  at: string,
): Planted[] {
  const place = at || '(all)';
  const lost = checks.map((check, index) => ({
    what: `${place}: without ${nameOf(check)}`,
    schema: rebuilt(schema, { checks: checks.filter((_, other) => other !== index) }),
  }));
  if (type === 'object' && catchall !== undefined)
    lost.push({ what: `${place}: takes unknown keys`, schema: rebuilt(schema, { catchall: z.unknown() }) });
  if (type === 'string' && format !== undefined)
    lost.push({ what: `${place}: any text`, schema: z.string() });
  if (type === 'enum') lost.push({ what: `${place}: any text`, schema: z.string() });
  return lost;
}

function within(schema: z.ZodType, definition: Definition, at: string): Planted[] {
  const { shape = {}, options = [], element, innerType, valueType, keyType, in: source } = definition;
  const single = { element, innerType, valueType, keyType, in: source };
  return [
    ...Object.entries(shape).flatMap(([key, part]) =>
      plant(part, `${at}.${key}`).map(({ what, schema: weak }) => ({
        what,
        schema: rebuilt(schema, { shape: { ...shape, [key]: weak } }),
      })),
    ),
    ...options.flatMap((part, index) =>
      plant(part, `${at}|${index}`).map(({ what, schema: weak }) => ({
        what,
        // Without the discriminator, by which zod would still choose the unchanged option.
        schema: z.union(options.map((each, other) => (other === index ? weak : each))),
      })),
    ),
    ...Object.entries(single).flatMap(([role, part]) =>
      part === undefined
        ? []
        : plant(part, role === 'element' ? `${at}[]` : at).map(({ what, schema: weak }) => ({
            what: role === 'keyType' ? `${what} (its key)` : what,
            schema: rebuilt(schema, { [role]: weak }),
          })),
    ),
  ];
}

function rebuilt(schema: z.ZodType, change: Record<string, unknown>): z.ZodType {
  return schema.clone({ ...schema._zod.def, ...change } as typeof schema._zod.def);
}

function nameOf(check: unknown): string {
  const { def } = (check as { _zod: { def: Record<string, unknown> } })._zod;
  const detail = def.value ?? def.maximum ?? def.minimum ?? def.format ?? '';
  return `${def.check}${detail === '' ? '' : ` ${detail}`}`;
}
