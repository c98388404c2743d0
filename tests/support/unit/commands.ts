import fc from 'fast-check';
import type { ChannelChoice } from '../../../electron/contract/channel.ts';
import type { CommandInput, CommandName } from '../../../electron/contract/commands.ts';
import { firstChoice } from '../../../electron/contract/connection.ts';

const password = 'Long_enough_1';
const newSubUser = { username: 'one', password, limitGb: null, lifetime: false, disablesAtLimit: true };

const choice = { ...firstChoice, country: 'DE', minutes: null };
export const channelChoice: ChannelChoice = {
  name: 'Ops',
  kinds: ['limit', 'guard'],
  names: true,
  quietHours: { fromMinute: 1, toMinute: 2 },
  paused: false,
};
const order = { username: 'one', choice, sessionSeed: 'k3f9' };

/** Holds one valid input for each command. A new command without one does not compile. */
export const goodCommands = {
  subscribe: { slices: ['session'] },
  refresh: null,
  signIn: { username: 'demo_main', password },
  retrySignIn: null,
  signOut: null,
  showAccount: { key: '2' },
  addAccount: null,
  labelAccount: { key: '2', label: { name: 'Agency', color: 'blue', product: 'mobile' } },
  removeAccount: { key: '2' },
  forgetAccount: { accountId: '3f1c' },
  changeSettings: { plan: { sizeGb: 100 }, alerts: { quietHours: { fromMinute: 1, toMinute: 2 } } },
  switchDemo: { on: true },
  readStartAtLogin: null,
  setStartAtLogin: { on: true },
  openManager: { target: { kind: 'sub-user', id: 1, what: 'raise' } },
  createSubUser: newSubUser,
  updateSubUser: { id: 1, changes: { limitGb: 5 }, seen: null },
  deleteSubUser: { id: 1 },
  dismissCheck: { check: 'a1' },
  startJob: { kind: 'create', subUsers: [newSubUser] },
  cancelJob: null,
  continueJob: null,
  renewJobPasswords: null,
  closeJob: null,
  saveJobResults: null,
  keepJobPasswords: null,
  readUsage: { id: 1, query: { type: '24h' } },
  readTargets: { id: 1, date: '2026-11-01' },
  readForecast: { id: 1 },
  readRecentDays: { ids: [1, 2] },
  readRunOuts: { ids: [1, 2] },
  readMovers: null,
  readMonths: null,
  readActivity: { after: 3 },
  readExchange: { number: 1 },
  copyExchange: { number: 1, as: 'curl' },
  runCall: { call: 'updateSubUser', id: 1, changes: { limitGb: 5 }, seen: null },
  testNotification: null,
  addChannel: {
    address: { service: 'telegram', token: `12345678:${'A'.repeat(35)}`, chat: '-1001' },
    choice: channelChoice,
  },
  changeChannel: { channel: 'c1', choice: channelChoice },
  testChannel: { channel: 'c1' },
  removeChannel: { channel: 'c1' },
  exportRecord: { what: 'history' },
  setGuardRule: { rule: { kind: 'daily-cap', id: 'r1', subUserIds: [1], capGb: 2.5, zone: 'Europe/Berlin' } },
  dryRunGuardRule: {
    rule: { kind: 'daily-cap', id: 'r1', subUserIds: [1], capGb: 2.5, zone: 'Europe/Berlin' },
  },
  removeGuardRule: { rule: 'r1' },
  pullGuardRule: { rule: 'r1' },
  putBackGuardRule: { rule: 'r1' },
  undoGuardAct: { act: 'a1' },
  resumeGuard: { ids: [1] },
  readGuardJournal: { search: 'crawler', before: null },
  testConnection: { login: 'customer-one', entry: 'country', country: 'DE', protocol: 'socks5', password },
  explainConnection: { login: 'customer-one-cc-DE' },
  checkEntry: { name: 'proxy.example.com' },
  previewConnection: order,
  copyConnection: { order, password: null },
  saveConnection: { order, password },
  keepPassword: { username: 'one', password },
  readKeptPasswords: null,
  revealPassword: { username: 'one' },
  forgetPassword: { username: 'one' },
  handOver: { usernames: ['one'], as: 'csv', to: 'file' },
  readView: null,
  saveView: {
    page: 'sub-users',
    subUsers: { search: 'seo', selectedIds: [1], scrollPx: 10, openId: 1, focusedId: null },
    connection: { tab: 'strings', username: 'one', choice },
  },
  navigationTaken: { nonce: 1 },
  saveText: { suggestedName: 'a.csv', text: '' },
  copyText: { text: 'a', secret: true },
  copyDiagnostics: null,
  openLink: { to: 'dashboard' },
  holdWindow: { holds: false },
  hidePopover: null,
  fitPopover: { heightPx: 480 },
  quit: null,
} satisfies { [Name in CommandName]: CommandInput<Name> };
/** Generates anything that a page could send, and more. */
export const hostileValue = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withTypedArray: true,
});

/** Returns the value with another value at a path. */
export function replaced(value: unknown, path: readonly string[], put: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  if (Array.isArray(value))
    return value.map((each, at) => (`${at}` === key ? replaced(each, rest, put) : each));
  if (typeof value !== 'object' || value === null) return value;
  const entry = Object.entries(value).find(([name]) => name === key);
  return { ...value, [key]: replaced(entry?.[1], rest, put) };
}

/** Returns every path into a value, including the empty one. */
export function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, each]) => pathsOf(each).map((path) => [key, ...path]))];
}
