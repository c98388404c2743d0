import { expect, test } from 'vitest';
import { adviceFor } from '../../../build/session/shared-objects.ts';

test('libraries that ldd misses become a list of packages, each once', () => {
  const ldd = `
	libdl.so.2 => /lib/x86_64-linux-gnu/libdl.so.2 (0x00007f)
	libnss3.so => not found
	libnssutil3.so => not found
	libgtk-3.so.0 => not found
	libodd.so.1 => not found
`;
  expect(adviceFor(ldd)).toBe('Install these first: apt-get install libnss3 libgtk-3-0 libodd.so.1');
});

test('nothing missing, no message', () => expect(adviceFor('\tlibc.so.6 => /lib/libc.so.6\n')).toBeNull());
