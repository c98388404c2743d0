import { bundledPackages } from './bundled-packages.ts';

/** Describes what the list is of: the app, and the runtime that a package brings with it. */
export type SbomSubject = { version: string; electron: string };

/**
 * Returns a CycloneDX list (JSON) of every package that a module of the build comes from, and of Electron. It has no serial
 * number and no time, so that two builds of one commit are equal.
 */
export function sbomOf(moduleIds: readonly string[], { version, electron }: SbomSubject): string {
  const components = bundledPackages(moduleIds).map(({ name, version, license }) =>
    component('library', name, version, license),
  );
  const list = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: component('application', 'oxygauge', version, 'MIT') },
    components: [...components, component('framework', 'electron', electron, 'MIT')],
  };
  return `${JSON.stringify(list, null, 2)}\n`;
}

function component(type: string, name: string, version: string, license: string) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return { type, 'bom-ref': purl, name, version, purl, licenses: [licenceOf(license)] };
}

/** An identifier of SPDX, or an expression of several. */
function licenceOf(license: string) {
  return /[ ()]/.test(license) ? { expression: license } : { license: { id: license } };
}
