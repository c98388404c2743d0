import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions, type Rolldown } from 'vite';
import { asciiScripts } from './build/ascii-scripts.ts';
import { noWindowSchemas } from './build/no-window-schemas.ts';
import { noticesOf } from './build/notices.ts';
import { versionIn } from './build/package-version.ts';
import { parsedMessages } from './build/parsed-messages.ts';
import { sbomOf } from './build/sbom.ts';
import { smallerFont } from './build/smaller-font.ts';

const root = import.meta.dirname;
const version = versionIn();

/** Provided by the runtime, and never bundled. */
const provided = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/**
 * Builds four parts for Electron 33 to 45 by `vite build --app`: the two pages of the renderer, main (ES modules, one
 * for what each start needs and one for each part that is imported later), the writer of JSON files (CommonJS, which
 * can be loaded in the middle of a write) and preload (CommonJS, as a sandboxed preload must be).
 */
export default defineConfig(({ mode }) => ({
  root: resolve(root, 'renderer'),
  base: './',
  publicDir: false,
  // Of React Aria's labels only those in the language of the catalogue.
  plugins: [
    react(),
    optimizeLocales.vite({ locales: ['en-US'] }),
    parsedMessages(),
    noWindowSchemas(),
    asciiScripts(),
    smallerFont(),
  ],
  resolve: {
    alias: [
      { find: /^fast-xml-(parser|builder)$/, replacement: resolve(root, 'build/no-introspection.ts') },
      { find: /^(ajv\/dist\/2020\.js|ajv-formats)$/, replacement: resolve(root, 'build/no-schemas.ts') },
      {
        find: /^\.\.\/core\/(to-json-schema|json-schema-processors)\.js$/,
        replacement: resolve(root, 'build/no-json-schemas.ts'),
      },
      { find: /^\.\.\/locales\/en\.js$/, replacement: resolve(root, 'build/no-messages.ts') },
      { find: /^.*\/createCalendar\.mjs$/, replacement: resolve(root, 'build/gregorian-only.ts') },
      { find: /^ip-address$/, replacement: resolve(root, 'build/no-addresses.ts') },
      { find: /^semver$/, replacement: resolve(root, 'build/no-semver.ts') },
      { find: /^when-exit$/, replacement: resolve(root, 'build/no-exit-hooks.ts') },
    ],
  },
  define: {
    __OXYGAUGE_VERSION__: JSON.stringify(version),
    // For packages that a distribution updates (docs/version-list.md).
    __OXYGAUGE_VERSION_LIST__: JSON.stringify(process.env.OXYGAUGE_VERSION_LIST !== 'off'),
  },
  environments: {
    client: {
      build: {
        outDir: resolve(root, 'dist/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        // Chunks are read from the disk, not from a network.
        chunkSizeWarningLimit: 2_000,
        minify: mode === 'production',
        // For the debugger of `npm run dev`. Inline, so that no file ends up in a package.
        sourcemap: mode === 'development' && 'inline',
        rolldownOptions: {
          input: ['popover', 'manager'].map((page) => resolve(root, `renderer/${page}.html`)),
        },
      },
    },
    main: inNode(mode, {
      input: resolve(root, 'electron/entry.ts'),
      // Beside the entry, so that the folder of a module is the same wherever it is bundled.
      output: { format: 'es', entryFileNames: 'main.js', chunkFileNames: 'main-[name].js' },
    }),
    jsonStore: inNode(mode, {
      input: resolve(root, 'electron/desktop/app/json-store.ts'),
      output: { format: 'cjs', entryFileNames: 'json-store.cjs', codeSplitting: false },
    }),
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: resolve(root, 'dist'),
        emptyOutDir: false,
        target: 'chrome130',
        minify: mode === 'production',
        sourcemap: mode === 'development' && 'inline',
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
      const outDir = builder.environments.main?.config.build.outDir ?? 'dist';
      removeParts(outDir);
      const moduleIds: string[] = [];
      for (const name of ['client', 'main', 'jsonStore', 'preload']) {
        const environment = builder.environments[name];
        if (environment === undefined) throw new Error(`No build environment named ${name}`);
        moduleIds.push(...bundledIn(await builder.build(environment)));
      }
      writeFileSync(resolve(root, outDir, 'THIRD-PARTY-NOTICES.txt'), noticesOf(moduleIds));
      const electron = versionIn('node_modules/electron/package.json');
      writeFileSync(resolve(root, outDir, 'sbom.cdx.json'), sbomOf(moduleIds, { version, electron }));
    },
  },
}));

/** Returns the build of a script that main's Node runs, with everything in it that the runtime does not provide. */
function inNode(mode: string, options: Rolldown.RolldownOptions): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: provided, conditions: ['node', 'import', 'default'] },
    build: {
      outDir: resolve(root, 'dist'),
      emptyOutDir: false,
      target: 'node20',
      minify: mode === 'production',
      sourcemap: mode === 'development' && 'inline',
      rolldownOptions: { ...options, external: provided },
    },
  };
}

/** Removes main's parts of an earlier build: those of this one may have other names. */
function removeParts(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (/^main-.*\.js$/.test(name)) rmSync(resolve(folder, name));
  }
}

/** Returns the modules of the scripts in a build, and the files that it copies, such as fonts. */
function bundledIn(built: Rolldown.RolldownOutput | Rolldown.RolldownOutput[] | Rolldown.RolldownWatcher) {
  return [built]
    .flat()
    .flatMap((part) => ('output' in part ? part.output : []))
    .flatMap((file) =>
      file.type === 'chunk'
        ? file.moduleIds
        : file.originalFileNames.map((name) => resolve(root, 'renderer', name)),
    );
}
