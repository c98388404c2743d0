import { say } from '../../../electron/text/say.ts';

/** The keys of the manager, for the list of keys and for the hints of the palette. `mod` is Ctrl, and Cmd on macOS. */
export const keyGroups = {
  everywhere: [
    { name: 'palette', keys: ['mod+K'] },
    { name: 'search', keys: ['/'] },
    { name: 'keys', keys: ['?'] },
    { name: 'account', keys: ['mod+1–9'] },
    { name: 'refresh', keys: ['F5', 'mod+R'] },
    { name: 'larger', keys: ['mod++'] },
    { name: 'smaller', keys: ['mod+−'] },
    { name: 'usual', keys: ['mod+0'] },
    { name: 'fullScreen', keys: ['F11'] },
    { name: 'close', keys: ['mod+W'] },
    { name: 'quit', keys: ['mod+Q'] },
  ],
  rows: [
    { name: 'open', keys: ['enter'] },
    { name: 'select', keys: ['space'] },
    { name: 'range', keys: ['shift+space'] },
    { name: 'menu', keys: ['menu', 'shift+F10'] },
    { name: 'edit', keys: ['F2'] },
    { name: 'limit', keys: ['L'] },
    { name: 'delete', keys: ['delete'] },
  ],
  details: [
    { name: 'period', keys: ['1–5'] },
    { name: 'span', keys: ['shift+←→'] },
    { name: 'escape', keys: ['escape'] },
  ],
} as const;

export type KeyName = (typeof keyGroups)[keyof typeof keyGroups][number]['name'];

const macKeys: Record<string, string> = { mod: '⌘', shift: '⇧', F11: '⌃⌘F' };
/** The keys that have a name instead of a letter. */
const namedKeys = ['shift', 'enter', 'space', 'menu', 'delete', 'escape'] as const;

/** Returns the keys of a combination as a keyboard shows them: `['Ctrl', 'K']`. */
export function keyCaps(combination: string, platform: string): string[] {
  const parts = combination.endsWith('++') ? [combination.slice(0, -2), '+'] : combination.split('+');
  return parts.map((part) => capOf(part, platform));
}

function capOf(part: string, platform: string): string {
  const onMac = platform === 'darwin' ? macKeys[part] : undefined;
  if (onMac !== undefined) return onMac;
  if (part === 'mod') return say('palette.cap.ctrl');
  const name = namedKeys.find((each) => each === part);
  return name === undefined ? part : say(`palette.cap.${name}`);
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Returns what a key opens on every page, or null. A key that writes a letter does nothing while the user types. */
export function globalKey(
  { key, ctrlKey, metaKey, altKey }: Pressed,
  { isTyping, platform }: { isTyping: boolean; platform: string },
): 'palette' | 'search' | 'keys' | { account: number } | null {
  const [mod, other] = platform === 'darwin' ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  if (altKey || other) return null;
  if (mod && /^[1-9]$/.test(key)) return { account: Number(key) };
  if (mod) return key.toLowerCase() === 'k' ? 'palette' : null;
  if (isTyping) return null;
  if (key === '/') return 'search';
  return key === '?' ? 'keys' : null;
}
