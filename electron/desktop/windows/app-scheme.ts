import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { pageFile } from './page-file.ts';
import { onPagesSession } from './pages-session.ts';

/** The origin of our pages. Every other one is foreign. */
export const appOrigin = 'app://oxygauge';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** Registers the scheme, before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

/** Serves the files below `folder`, and nothing else, as `app://oxygauge/…`. Before the app is ready. */
export function serveAppScheme(folder: string): void {
  onPagesSession((pages) => pages.protocol.handle('app', (request) => answer(request, folder)));
}

async function answer(request: Request, folder: string): Promise<Response> {
  const file = pageFile(new URL(request.url), folder);
  const contentType = file === null ? undefined : contentTypes[extname(file)];
  if (request.method !== 'GET' || file === null || contentType === undefined) return notFound();
  try {
    return new Response(await readFile(file), {
      headers: {
        'Content-Type': contentType,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    });
  } catch {
    return notFound();
  }
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
