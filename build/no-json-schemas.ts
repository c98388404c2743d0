/**
 * Replaces zod's conversion to JSON schemas in the bundles, some 15 kB in each of two: Oxygauge converts none, and zod calls
 * these only when one is asked for.
 */
function unsupported(): never {
  throw new Error('Oxygauge is bundled without JSON schemas: see vite.config.ts.');
}

const createMethod = () => unsupported;

export {
  createMethod as createStandardJSONSchemaMethod,
  createMethod as createToJSONSchemaMethod,
  unsupported as aggregateChecks,
  unsupported as toJSONSchema,
  unsupported as anyProcessor,
  unsupported as arrayProcessor,
  unsupported as bigintProcessor,
  unsupported as booleanProcessor,
  unsupported as catchProcessor,
  unsupported as customProcessor,
  unsupported as dateProcessor,
  unsupported as defaultProcessor,
  unsupported as enumProcessor,
  unsupported as fileProcessor,
  unsupported as functionProcessor,
  unsupported as intersectionProcessor,
  unsupported as lazyProcessor,
  unsupported as literalProcessor,
  unsupported as mapProcessor,
  unsupported as nanProcessor,
  unsupported as neverProcessor,
  unsupported as nonoptionalProcessor,
  unsupported as nullProcessor,
  unsupported as nullableProcessor,
  unsupported as numberProcessor,
  unsupported as objectProcessor,
  unsupported as optionalProcessor,
  unsupported as pipeProcessor,
  unsupported as prefaultProcessor,
  unsupported as promiseProcessor,
  unsupported as readonlyProcessor,
  unsupported as recordProcessor,
  unsupported as setProcessor,
  unsupported as stringProcessor,
  unsupported as successProcessor,
  unsupported as symbolProcessor,
  unsupported as templateLiteralProcessor,
  unsupported as transformProcessor,
  unsupported as tupleProcessor,
  unsupported as undefinedProcessor,
  unsupported as unionProcessor,
  unsupported as unknownProcessor,
  unsupported as voidProcessor,
};
