/**
 * Quotes one argument of a desktop entry's Exec key (Desktop Entry Specification, "The Exec key"): only where it must, since
 * some readers misread what is escaped. `%` begins a field code, and a backslash is escaped for the string and the quotes.
 */
export function execArgument(text: string): string {
  const doubled = text.replaceAll('%', '%%');
  if (!/[\s"'\\><~|&;$*?#()`]/.test(doubled)) return doubled;
  const quoted = `"${doubled.replaceAll(/["`$\\]/g, '\\$&')}"`;
  return stringValue(quoted);
}

/** Escapes a value of the type string (Desktop Entry Specification, "Possible value types"). */
function stringValue(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r');
}

const mark = 'X-Oxygauge-Autostart=true';

/** Returns the autostart entry that starts a program with its arguments. */
export function autostartEntry(command: readonly string[], comment: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Oxygauge',
    `Comment=${comment}`,
    // So that a desktop skips it once the program was removed: a package's removal reaches no home folder.
    `TryExec=${stringValue(command[0] ?? '')}`,
    `Exec=${command.map(execArgument).join(' ')}`,
    'Icon=oxygauge',
    'Terminal=false',
    mark,
    '',
  ].join('\n');
}

/** `theirs`: made by hand or by another program, so it is not ours to overwrite. */
export type FoundEntry = 'none' | 'on' | 'moved' | 'off' | 'theirs';

/** Returns what an existing entry does. `moved`: it is ours, and starts a program at another place. */
export function readEntry(text: string | null, wanted: string): FoundEntry {
  if (text === null) return 'none';
  const lines = text.split('\n').map((line) => line.trim());
  if (!lines.includes(mark)) return 'theirs';
  // Desktops turn an entry off with these.
  if (lines.some((line) => /^(Hidden=true|X-GNOME-Autostart-enabled=false)$/i.test(line))) return 'off';
  const exec = (all: readonly string[]) => all.find((line) => line.startsWith('Exec='));
  return exec(lines) === exec(wanted.split('\n')) ? 'on' : 'moved';
}
