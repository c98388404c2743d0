/** The daily look for newer versions. */
export const releases = {
  check: 'Check for new versions',
  checkHint: 'Once a day, with nothing about you. Oxygauge never updates itself.',
  'unavailable.no-key': 'Off: releases of this build are not signed yet.',
  'unavailable.left-out': 'Off: your system updates this package.',
  'unavailable.demo': 'Not in the demo.',
  newer: 'New version',
  newerText: 'Oxygauge {version} is out. You have {own}.',
  newerCommand: 'Download it, then run `{command}`.',
  openPage: 'Open the release page',
  about: 'About new versions',
  question: 'Check once a day for a new version of Oxygauge? Nothing about you is sent.',
  yes: 'Check once a day',
  no: 'Not now',
} as const;
