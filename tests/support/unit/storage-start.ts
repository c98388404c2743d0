import { join } from 'node:path';
import { createLocalCipher } from '../../../electron/account/local-cipher.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import { openLastFigure } from '../../../electron/storage/last-figure.ts';
import { replaceFile } from '../../../electron/storage/private-files.ts';
import { openStorage } from '../../../electron/storage/storage.ts';

/** Opens, reads and writes every file of a profile, as a start does, and prints what could not be read. */
const profile = process.argv[2] ?? '';
const take = <Value>(value: Value) => ({ value, whole: true });
const storage = openStorage({
  profile,
  demo: false,
  now: Date.now,
  after: () => () => {},
  readVault: take,
  readRosters: take,
  replace: (folder, name, value) => replaceFile(join(folder, `${name}.json`), JSON.stringify(value)),
});
const figure = openLastFigure(profile);
figure.read(Date.now());
figure.keep({ total: '1 GB', days: null, step: 1, readAt: 1 });
createLocalCipher(join(profile, 'vault.key'), () => false).decrypt(Buffer.alloc(60));
createLocalCipher(join(profile, 'vault.key'), () => false).encrypt('x');
storage.settings.write(storage.settings.read() ?? defaultSettings);
for (const value of [storage.vault, storage.rosters]) value.write({ a: value.read() });
const lines = [
  [storage.history, 'one_2026-03.jsonl'],
  [storage.alerts, 'one.jsonl'],
  [storage.log, 'oxygauge.log'],
] as const;
for (const [folder, name] of lines) {
  folder.read(name);
  folder.append(name, ['next']);
}
storage.alertMemories.read('one.json');
storage.alertMemories.write('one.json', { begun: true });
console.log(JSON.stringify(storage.view()));
