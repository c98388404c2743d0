import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureSystemLibraries } from '../session/system-libraries.ts';

/** Where an AppImage's file system begins. */
const runtimeBytes = 4_096;

/**
 * Lets electron-builder make packages where it cannot download its tools, by its own variables: fpm and the AppImage runtime
 * are stand-ins (scaffolding, for tests only), and mksquashfs and rpmbuild are Debian's.
 */
export function provideTools(folder: string, quick: boolean): void {
  ensureSystemLibraries(['rpm', 'squashfs-tools', 'desktop-file-utils']);
  const program = (name: string, content: string | Buffer) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    chmodSync(file, 0o755);
    return file;
  };
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const fpm = join(import.meta.dirname, 'fpm.ts');
  for (const path of ['appimage/runtimes', 'appimage/lib/x64', 'appimage/lib/arm64'])
    mkdirSync(join(folder, path), { recursive: true });
  symlinkSync('/usr/bin/desktop-file-validate', join(folder, 'appimage/desktop-file-validate'));
  const level = quick ? '-Xcompression-level 1' : '';
  program('appimage/mksquashfs', `#!/bin/sh\nexec /usr/bin/mksquashfs "$@" ${level}\n`);
  const runtime = readFileSync(join(import.meta.dirname, 'appimage-runtime.sh'));
  const filled = Buffer.concat([runtime, Buffer.alloc(runtimeBytes - runtime.length, '\n')]);
  for (const arch of ['x64', 'arm64']) program(`appimage/runtimes/runtime-${arch}`, filled);
  Object.assign(process.env, {
    CUSTOM_FPM_PATH: program(
      'fpm',
      `#!/bin/sh\n${quick ? 'OXYGAUGE_QUICK=1 ' : ''}exec "${process.execPath}" --import "${tsx}" "${fpm}" "$@"\n`,
    ),
    APPIMAGE_TOOLS_PATH: join(folder, 'appimage'),
  });
}
