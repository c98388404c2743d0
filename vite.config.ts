import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { z } from 'zod';

const root = import.meta.dirname;
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')));

/** Given by the runtime, never bundled. */
const provided = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/**
 * One build of three parts, for Electron 33 to 45: main (ES module), preload (CommonJS, as a sandboxed preload must be)
 * and the two pages of the renderer. `vite build --app` makes them all.
 */
export default defineConfig(({ mode }) => ({
  root: resolve(root, 'renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  define: { __OXYGAUGE_VERSION__: JSON.stringify(version) },
  environments: {
    client: {
      build: {
        outDir: resolve(root, 'dist/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        // Read from the disk, not from a network.
        chunkSizeWarningLimit: 2_000,
        minify: mode === 'production',
        rolldownOptions: {
          input: ['popover', 'manager'].map((page) => resolve(root, `renderer/${page}.html`)),
        },
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: provided, conditions: ['node', 'import', 'default'] },
      build: {
        outDir: resolve(root, 'dist'),
        emptyOutDir: false,
        target: 'node20',
        minify: false,
        rolldownOptions: {
          input: resolve(root, 'electron/main.ts'),
          external: provided,
          output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: resolve(root, 'dist'),
        emptyOutDir: false,
        target: 'chrome130',
        minify: false,
        rolldownOptions: {
          input: resolve(root, 'electron/preload.ts'),
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'main', 'preload']) {
        const environment = builder.environments[name];
        if (environment === undefined) throw new Error(`No build environment named ${name}`);
        await builder.build(environment);
      }
    },
  },
}));
