const fallback = 'Oxygauge.txt';
const mostCharacters = 100;

/**
 * Returns a file name that a page suggested as one that is safe to offer: no folder, no hidden file, no character that is
 * invisible, reverses the text (`\u202e`) or means something to a file system.
 */
export function suggestedFileName(suggested: string): string {
  const name = suggested
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return shortened(name) || fallback;
}

/** Keeps the extension, by which the system chooses a program. */
function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= mostCharacters) return name;
  const extension = /\.\w{1,8}$/.exec(name)?.[0] ?? '';
  return (
    letters
      .slice(0, mostCharacters - extension.length)
      .join('')
      .replace(/[\s.]+$/, '') + extension
  );
}
