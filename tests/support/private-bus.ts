import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A session bus of its own, for an app that shall find other services than the tests' session has. */
export class PrivateBus {
  readonly address: string;
  readonly #daemon: ChildProcess;

  private constructor(daemon: ChildProcess, address: string) {
    this.#daemon = daemon;
    this.address = address;
  }

  /** `barren`: it starts no service of this computer, in whosever place. At an address of its own choice where none is given. */
  static start({
    kind = 'ordinary',
    address,
  }: {
    kind?: 'ordinary' | 'barren';
    address?: string;
  } = {}): Promise<PrivateBus> {
    const config = kind === 'ordinary' ? '--session' : `--config-file=${barrenConfig()}`;
    const at = address === undefined ? [] : ['--address', address];
    const daemon = spawn('dbus-daemon', [config, '--nofork', '--nopidfile', '--print-address', ...at]);
    return new Promise((done, fail) => {
      daemon.once('error', fail);
      daemon.stdout.once('data', (line) => done(new PrivateBus(daemon, String(line).trim())));
    });
  }

  stop(): void {
    this.#daemon.kill();
  }
}

/** In the tests' own folder, which goes with them. */
function barrenConfig(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'oxygauge-bus-')), 'bus.conf');
  writeFileSync(
    file,
    `<busconfig>
      <type>session</type>
      <listen>unix:tmpdir=${tmpdir()}</listen>
      <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
    </busconfig>`,
  );
  return file;
}
