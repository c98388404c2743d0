import { resolve, sep } from 'node:path';

/** Returns the file for one of our URLs, or null. `..%2f` reaches a handler undecoded, so it is decoded before the check. */
export function pageFile(url: URL, folder: string): string | null {
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
