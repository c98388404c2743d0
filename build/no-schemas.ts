/**
 * Replaces ajv and its formats in the bundle: 130 kB that electron-store uses only for JSON schemas, and Oxygauge checks
 * what it reads with zod.
 */
export class Ajv2020 {
  compile(): never {
    throw new Error('Oxygauge is bundled without JSON schemas: see vite.config.ts.');
  }
}

export default function addFormats(): void {}
