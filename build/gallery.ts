import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, createServer, type InlineConfig, preview } from 'vite';

/** Describes a served gallery: its address, and how to stop it. */
export type Gallery = { address: string; close(): Promise<void> };

const onLoopback = { host: '127.0.0.1', port: 0 };

const configOf = (root: string): InlineConfig => ({
  configFile: false,
  root: join(root, 'renderer'),
  logLevel: 'warn',
  plugins: [react()],
});

/** Serves the gallery from its sources, and reloads what changes. */
export async function serveGallery(root: string): Promise<Gallery> {
  const server = await createServer({
    ...configOf(root),
    cacheDir: join(root, 'node_modules/.vite'),
    server: onLoopback,
    optimizeDeps: { entries: ['gallery.html'] },
  });
  await server.listen();
  return galleryAt(server.resolvedUrls?.local[0], () => server.close());
}

/** Builds the gallery into a folder and serves that, which is faster for a test that opens every window. */
export async function serveBuiltGallery(root: string, outDir: string): Promise<Gallery> {
  const config = { ...configOf(root), preview: onLoopback };
  const input = join(root, 'renderer/gallery.html');
  await build({
    ...config,
    build: { outDir, emptyOutDir: true, target: 'chrome130', minify: false, rolldownOptions: { input } },
  });
  const server = await preview({ ...config, build: { outDir } });
  return galleryAt(server.resolvedUrls?.local[0], () => server.close());
}

function galleryAt(address: string | undefined, close: () => Promise<void>): Gallery {
  if (address === undefined) throw new Error('The gallery has no address.');
  return { address: `${address}gallery.html`, close };
}
