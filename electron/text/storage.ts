import type { FileKind, UnreadableFile, WriteFailure } from '../contract/storage.ts';
import { say } from './say.ts';

/** Explains that something cannot be saved. */
export function failingText({ what, code }: WriteFailure): string {
  return say('storage.failing', { what: say(`storage.name.${what}`), reason: reasonOf(code) });
}

function reasonOf(code: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return say(`storage.reason.${code}`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return say('storage.reason.readOnly', { code });
    default:
      return say('storage.reason.other', { code });
  }
}

/** Explains what became of a file that could not be fully read. */
export function unreadableFileText({ what: kind, why, copy }: UnreadableFile): string {
  const what = say(`storage.name.${kind}`);
  const setAside = copy === null ? '' : say('storage.setAside', { copy });
  const kept = copy === null ? '' : say('storage.kept', { copy });
  switch (why) {
    case 'unreadable':
      return sentences(say('storage.unreadable', { what, instead: insteadOf(kind) }), setAside);
    case 'values':
      return sentences(say(kind === 'settings' ? 'storage.settingsPart' : 'storage.part', { what }), kept);
    case 'too-large':
      return say('storage.tooLarge', { what });
    case 'stops-start':
      return sentences(say('storage.stopsStart', { what }), setAside);
    case 'newer':
      return sentences(say('storage.newer', { what }), kept === '' ? say('storage.untouched') : kept);
  }
}

/** Returns what happens if nothing in a file can be used. */
function insteadOf(kind: FileKind): string {
  switch (kind) {
    case 'settings':
    case 'sign-in':
    case 'alert-memory':
    case 'jobs':
      return say(`storage.instead.${kind}`);
    default:
      return say('storage.instead.other');
  }
}

function sentences(...each: readonly string[]): string {
  return each.filter((sentence) => sentence !== '').join(' ');
}
