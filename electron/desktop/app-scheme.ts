import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { protocol } from 'electron';

/** Our pages' origin. Everything else is foreign. */
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
].join('; ');

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

/** Serves the files below `folder`, and nothing else, as `app://oxygauge/…`. */
export function serveAppScheme(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = fileFor(new URL(request.url), folder);
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
  });
}

/** The file that a URL of ours names, or null. `..%2f` reaches a handler undecoded, so it is decoded before the check. */
export function fileFor(url: URL, folder: string): string | null {
  if (url.host !== 'oxygauge') return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  const root = resolve(folder);
  const file = resolve(root, `.${path}`);
  return file.startsWith(root + sep) && !path.includes('\0') ? file : null;
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
