import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vendorApiUrl } from '../../electron/oxylabs/api-url.ts';
import { SimulatorServer } from '../support/server/simulator-server.ts';
import type { BareDebian } from './debian.ts';

const host = new URL(vendorApiUrl).hostname;
const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
const run = (program: string, ...words: string[]) => execFileSync(program, words, { stdio: 'pipe' });

/**
 * Serves the simulator inside a Debian at the vendor's own address, which is the only one that a packaged app takes. Its user
 * trusts an authority that is made for this run, as a person does by certutil.
 */
export async function serveVendorIn(debian: BareDebian): Promise<SimulatorServer> {
  const folder = mkdtempSync(join(tmpdir(), 'oxygauge-authority-'));
  try {
    const file = (name: string) => join(folder, name);
    const made = ['req', '-x509', '-days', '2', ...key];
    const [caKey, ca, leafKey, leaf] = [file('ca.key'), file('ca.pem'), file('leaf.key'), file('leaf.pem')];
    run('openssl', ...made, '-subj', '/CN=Oxygauge test authority', '-keyout', caKey, '-out', ca);
    const names = ['-addext', `subjectAltName=DNS:${host}`, '-addext', 'basicConstraints=critical,CA:FALSE'];
    const signed = ['-CA', ca, '-CAkey', caKey, '-subj', `/CN=${host}`, ...names];
    run('openssl', ...made, ...signed, '-keyout', leafKey, '-out', leaf);
    trust(debian, ca);
    debian.write('etc/hosts', `127.0.0.1 ${host}\n`);
    const tls = { key: readFileSync(leafKey, 'utf8'), cert: readFileSync(leaf, 'utf8') };
    return await SimulatorServer.start({}, { tls, port: 443 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Adds an authority to the store in which Chromium looks for the user's own. */
function trust(debian: BareDebian, authority: string): void {
  const store = join(debian.root, debian.home, '.pki/nssdb');
  mkdirSync(store, { recursive: true });
  run('certutil', '-d', `sql:${store}`, '-N', '--empty-password');
  run('certutil', '-d', `sql:${store}`, '-A', '-n', 'Oxygauge test', '-t', 'C,,', '-i', authority);
  debian.giveToUser(`${debian.home}/.pki`);
}
