import { hasSwitch, ownWords, printAndExit, refusedSwitches } from './desktop/app/command-line.ts';
import { usableLocale } from './desktop/app/locale.ts';
import { profileOf } from './desktop/app/profile.ts';
import { type Answer, answerTo, type StatusFound, wrongUse } from './status/answer.ts';
import { readQuestion } from './status/question.ts';
import { readStatusText } from './status/read-status.ts';
import { statusPlaces } from './status-places.ts';
import { readStatusFile } from './storage/status-files.ts';
import { sayOnCommandLine } from './text/en-answer.ts';
import { unknownSwitchesText } from './text/recovery.ts';
import { say } from './text/say.ts';

/**
 * Answers the question of a command line from the status file and ends the process: without a window, the lock of the
 * instance or the network, and before Electron is ready. What this file imports is all that is loaded for it.
 */
export async function answerCommandLine(): Promise<void> {
  sayOnCommandLine();
  await printAndExit(answerOf(ownWords()));
}

function answerOf(words: readonly string[]): Answer {
  const asked = readQuestion(words);
  const unknown = refusedSwitches(asked.others);
  if (unknown.length > 0) return wrongUse(unknownSwitchesText(unknown, false));
  if (asked.others.some((word) => !word.startsWith('-'))) return wrongUse(say('commandLine.use.words'));
  if ('problem' in asked) return wrongUse(asked.problem);
  const locale = usableLocale([new Intl.NumberFormat().resolvedOptions().locale]);
  return answerTo(asked.question, findStatus, { now: Date.now(), locale });
}

function findStatus(): StatusFound {
  const profile = profileOf({ demo: hasSwitch('demo'), ownProfile: hasSwitch('user-data-dir') });
  const found = readStatusFile(statusPlaces(profile), process.getuid?.());
  return 'problem' in found ? found : readStatusText(found.text);
}
