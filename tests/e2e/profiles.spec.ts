import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { newProfile, removeProfiles } from '../driver/profiles.ts';

/** Writes file after file into the folder of its last argument, until its input ends. */
const writer = `
  const { writeFileSync } = require('node:fs');
  const folder = process.argv.at(-1);
  let count = 0;
  const timer = setInterval(() => writeFileSync(folder + '/' + ++count, ''), 1);
  process.stdin.on('end', () => clearInterval(timer)).resume();
  console.log('writing');`;

test('removes a profile only once its last process has ended', async () => {
  const profile = newProfile();
  const child = spawn(process.execPath, ['-e', writer, profile], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const removed = removeProfiles();
  expect(existsSync(profile)).toBe(true);
  child.stdin.end();
  await removed;
  expect(existsSync(profile)).toBe(false);
});
