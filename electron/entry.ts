import { asks } from './status/asks.ts';

// Awaited, since Electron prepares a display as soon as this module has ended, which a question does without.
if (asks(process.argv)) await (await import('./answer.ts')).answerCommandLine();
else await import('./main.ts');
