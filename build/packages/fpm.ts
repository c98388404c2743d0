import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { filesUnder } from './files-under.ts';
import { type FpmOrder, readFpmOrder } from './fpm-order.ts';

/**
 * Replaces fpm, which electron-builder downloads from a host that some machines cannot reach: makes a deb with
 * dpkg-deb or an rpm with rpmbuild, with the fields, scripts, modes and owners that fpm 1.17 gives. Scaffolding, never released.
 */
const order = readFpmOrder(process.argv.slice(2));
/** Of gzip or xz: the quickest for packages that are only tested. */
const level = process.env.OXYGAUGE_QUICK === '1' ? '1' : '6';
const folder = mkdtempSync(join(tmpdir(), 'oxygauge-fpm-'));
try {
  const tree = join(folder, 'tree');
  for (const { from, to } of order.files) copy(from, join(tree, to));
  for (const path of order.excluded) rmSync(join(tree, path), { force: true });
  plainModes(tree);
  if (order.target === 'deb') makeDeb(order, tree);
  else makeRpm(order, tree, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** As fpm does: a folder is copied by its content, and a file gets the name that was given. */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}

/** Chromium's helper gets its own mode by the script; everything else is readable by all, and writable by root alone. */
function plainModes(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) plainModes(path);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o111 ? 0o755 : 0o644);
  }
}

function makeDeb(order: FpmOrder, tree: string): void {
  const control = join(tree, 'DEBIAN');
  const files = filesUnder(tree);
  const plain = files.filter((file) => lstatSync(join(tree, file)).isFile());
  const bytes = plain.reduce((sum, file) => sum + lstatSync(join(tree, file)).size, 0);
  mkdirSync(control);
  const md5 = (file: string) =>
    createHash('md5')
      .update(readFileSync(join(tree, file)))
      .digest('hex');
  writeFileSync(join(control, 'md5sums'), plain.map((file) => `${md5(file)}  ${file}\n`).join(''));
  const [summary = '', ...description] = order.description.split('\n');
  const fields: [string, string | null][] = [
    ['Package', order.name],
    ['Version', order.version],
    ['License', order.license],
    ['Vendor', order.vendor],
    ['Architecture', order.architecture],
    ['Maintainer', order.maintainer],
    ['Installed-Size', String(Math.ceil(bytes / 1_024))],
    ['Depends', order.depends.join(', ')],
    ['Recommends', order.recommends.length === 0 ? null : order.recommends.join(', ')],
    ['Section', order.category],
    ['Priority', order.priority],
    ['Homepage', order.url],
    ['Description', [summary.trim(), ...description.map((line) => ` ${line.trim() || '.'}`)].join('\n')],
  ];
  writeFileSync(
    join(control, 'control'),
    fields.flatMap(([name, value]) => (value === null ? [] : `${name}: ${value}\n`)).join(''),
  );
  cpSync(order.afterInstall, join(control, 'postinst'));
  cpSync(order.afterRemove, join(control, 'postrm'));
  for (const name of ['postinst', 'postrm']) chmodSync(join(control, name), 0o755);
  run('dpkg-deb', [
    '--root-owner-group',
    `-Z${order.compression}`,
    `-z${level}`,
    '--build',
    tree,
    order.output,
  ]);
}

function makeRpm(order: FpmOrder, tree: string, folder: string): void {
  const spec = join(folder, 'oxygauge.spec');
  const paths = filesUnder(tree).map((file) => `"/${file}"`);
  const folders = order.directories.map((path) => `%dir "${path}"`);
  const inner = order.directories.flatMap((path) =>
    readdirSync(join(tree, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `%dir "/${relative(tree, join(entry.parentPath, entry.name))}"`),
  );
  const text = (file: string) => readFileSync(file, 'utf8');
  writeFileSync(
    spec,
    `Name: ${order.name}
Version: ${order.version.replaceAll('-', '~')}
Release: 1
Summary: ${order.summary ?? order.description.split('\n')[0]}
License: ${order.license}
Vendor: ${order.vendor}
Packager: ${order.maintainer}
URL: ${order.url}
Group: ${order.category}
AutoReqProv: no
${order.depends.map((each) => `Requires: ${each}`).join('\n')}

%description
${order.description.trim()}

%post
${text(order.afterInstall)}
%postun
${text(order.afterRemove)}
%files
%defattr(-,root,root,-)
${[...folders, ...inner, ...paths].join('\n')}
`,
  );
  const defines = Object.entries({
    _topdir: join(folder, 'rpm'),
    _rpmdir: folder,
    _rpmfilename: 'made.rpm',
    _build_id_links: 'none',
    _binary_payload: order.compression === 'gzip' ? `w${level}.gzdio` : 'w2.xzdio',
    _buildhost: 'oxygauge',
    __os_install_post: '%{nil}',
    use_source_date_epoch_as_buildtime: '1',
    clamp_mtime_to_source_date_epoch: '1',
  }).flatMap(([name, value]) => ['--define', `${name} ${value}`]);
  const arch = order.architecture === 'amd64' ? 'x86_64' : order.architecture;
  run('rpmbuild', ['-bb', '--quiet', '--target', arch, '--buildroot', tree, ...defines, spec]);
  cpSync(join(folder, 'made.rpm'), order.output);
}

function run(program: string, words: string[]): void {
  execFileSync(program, words, { stdio: ['ignore', 'ignore', 'inherit'] });
}
