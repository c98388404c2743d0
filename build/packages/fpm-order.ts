/** What electron-builder asks fpm for. */
export type FpmOrder = {
  target: 'deb' | 'rpm';
  output: string;
  name: string;
  version: string;
  architecture: string;
  maintainer: string;
  vendor: string;
  url: string;
  license: string;
  category: string;
  priority: string;
  description: string;
  summary: string | null;
  compression: string;
  depends: string[];
  recommends: string[];
  afterInstall: string;
  afterRemove: string;
  /** Folders that the rpm owns. */
  directories: string[];
  /** Paths of the package that it leaves out. */
  excluded: string[];
  files: { from: string; to: string }[];
};

const withoutValue = new Set(['--force', '--debug']);
const known = new Set(
  '-s -t -d -x --deb-recommends --deb-compression --rpm-compression --rpm-os --rpm-summary --rpm-rpmbuild-define --deb-priority --architecture --after-install --after-remove --description --version --package --name --maintainer --vendor --url --license --category --directories --exclude --log --iteration'.split(
    ' ',
  ),
);

/** Reads the words that electron-builder passes to fpm. Throws for one that is not known here. */
export function readFpmOrder(words: readonly string[]): FpmOrder {
  const values = new Map<string, string[]>();
  const files: FpmOrder['files'] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (withoutValue.has(word)) continue;
    if (!word.startsWith('-')) {
      const at = word.lastIndexOf('=');
      files.push({ from: word.slice(0, at), to: word.slice(at + 1) });
      continue;
    }
    const [name = word, inline] = word.startsWith('--') ? word.split(/=(.*)/s) : [word];
    if (!known.has(name)) throw new Error(`The stand-in for fpm does not know ${name}.`);
    const value = inline ?? rest.shift() ?? '';
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  const all = (name: string) => values.get(name) ?? [];
  const one = (name: string, otherwise?: string): string => {
    const value = all(name).at(-1) ?? otherwise;
    if (value === undefined) throw new Error(`fpm was started without ${name}.`);
    return value;
  };
  const target = one('-t');
  if (target !== 'deb' && target !== 'rpm') throw new Error(`The stand-in for fpm makes no ${target}.`);
  return {
    target,
    files,
    output: one('--package'),
    name: one('--name'),
    version: one('--version'),
    architecture: one('--architecture'),
    maintainer: one('--maintainer'),
    vendor: one('--vendor'),
    url: one('--url'),
    license: one('--license'),
    category: one('--category', 'default'),
    priority: one('--deb-priority', 'optional'),
    description: one('--description'),
    summary: all('--rpm-summary').at(-1) ?? null,
    compression: one(`--${target}-compression`, 'xz').replace('xzmt', 'xz').replace(/^gz$/, 'gzip'),
    depends: all('-d'),
    recommends: all('--deb-recommends'),
    afterInstall: one('--after-install'),
    afterRemove: one('--after-remove'),
    directories: all('--directories'),
    excluded: [...all('--exclude'), ...all('-x')],
  };
}
