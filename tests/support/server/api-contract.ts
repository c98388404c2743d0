import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { z } from 'zod';

/**
 * The description of the vendor's API that comes with the project. Every request that a test server receives is checked
 * against it.
 */
const description: unknown = parse(readFileSync(join(import.meta.dirname, 'oxylabs-api.yaml'), 'utf8'));

const parameterSchema = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  schema: z.unknown(),
});
const operationSchema = z.object({
  parameters: z.array(z.unknown()).default([]),
  requestBody: z
    .object({ content: z.object({ 'application/json': z.object({ schema: z.unknown() }) }) })
    .optional(),
});
const { paths } = z
  .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .parse(description);

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(description as object, 'api');

type Request = { method: string; path: string; query: URLSearchParams; body: string };

/** Returns what a request contains that the API does not define; empty if it is valid. */
export function violationsOf({ method, path, query, body }: Request): string[] {
  const line = `${method} ${path}`;
  const known = Object.entries(paths).find(([template]) => matches(template, path));
  const operation = operationSchema.safeParse(known?.[1][method.toLowerCase()]).data;
  if (operation === undefined) return [`${line}: no such call`];
  return [
    ...queryViolations(operation.parameters, query),
    ...bodyViolations(operation.requestBody, body),
  ].map((problem) => `${line}: ${problem}`);
}

/** Ignores the version path. The account's id is a UUID, a sub-user's a number. */
function matches(template: string, path: string): boolean {
  const pattern = template.replace('{userId}', '[0-9a-f-]{36}').replace('{subUserId}', '\\d+');
  return new RegExp(`^/v\\d+${pattern}$`).test(path);
}

function queryViolations(parameters: unknown[], query: URLSearchParams): string[] {
  const known = parameters.flatMap((each) => parameterSchema.safeParse(each).data ?? []);
  const missing = known
    .filter(({ name, required }) => required && !query.has(name))
    .map(({ name }) => `${name} is missing`);
  const wrong = [...query].flatMap(([name, value]) => {
    const parameter = known.find((each) => each.name === name);
    if (parameter === undefined) return [`${name} is not known`];
    return problemsOf(compiled(parameter.schema), value).map((problem) => `${name} ${problem}`);
  });
  return [...missing, ...wrong];
}

function bodyViolations(requestBody: z.infer<typeof operationSchema>['requestBody'], body: string): string[] {
  if (requestBody === undefined) return body === '' ? [] : ['a body where none belongs'];
  if (body === '') return ['a body is missing'];
  return problemsOf(compiled(requestBody.content['application/json'].schema), JSON.parse(body) as unknown);
}

const known = new Map<unknown, ValidateFunction>();
function compiled(schema: unknown): ValidateFunction {
  const reference = z.object({ $ref: z.string() }).safeParse(schema).data?.$ref;
  const validate =
    known.get(schema) ??
    ajv.compile(reference === undefined ? (schema as object) : { $ref: `api${reference}` });
  known.set(schema, validate);
  return validate;
}

function problemsOf(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  // The place and the rule, but never the value, which may be a password.
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`.trim());
}
