import { checkPassword } from '../../../../electron/contract/password.ts';

/** What the law demands of one field, whatever its schema says. */
export type Demand = {
  null?: true;
  flag?: true;
  /** The smallest and the largest number; `whole` for integers, `above` where the smallest is not allowed itself. */
  number?: readonly [number, number];
  whole?: true;
  above?: true;
  /** The longest text; `filled` where it is not empty. */
  text?: number;
  filled?: true;
  pattern?: RegExp;
  is?: (text: string) => boolean;
  /** The fewest and the most items. */
  items?: readonly [number, number];
  /** An object that is not empty. */
  keys?: true;
  /** An object whose keys are data: what they look like, and the field whose law its values keep. */
  table?: readonly [RegExp, string];
};

const gb = { number: [0, 1e9] } as const;
const moment = { number: [0, 8.64e15] } as const;
const id = { number: [1, 2 ** 53 - 1], whole: true } as const;
const minute = { number: [0, 1_439], whole: true } as const;
const percent = { number: [1, 200], whole: true, items: [0, 8] } as const;
/** One of a few words of ours. */
const word = { text: 40, pattern: /^[a-z0-9][A-Za-z0-9_-]*$/ } as const;
const flag = { flag: true } as const;
const name = { text: 1_000 } as const;
const day = { text: 32 } as const;
const field = { text: 100 } as const;
const hostName = { text: 253, pattern: /^([a-z0-9_-]{1,63}\.)+[a-z][a-z0-9-]{0,62}$/ } as const;
const isHttps = (text: string) => URL.canParse(text) && new URL(text).protocol === 'https:';
const isGoodPassword = (text: string) => checkPassword(text).every(({ met }) => met);

/** Every field that a window sends or a file holds, by its name. A field without a law breaks it. */
export const law: Record<string, Demand> = {
  id,
  ids: { ...id, items: [1, 20_000] },
  disabled: { ...id, items: [0, 1e6] },
  disabledHere: { ...id, items: [0, 1e6] },
  mutedSubUserIds: { ...id, items: [0, 20_000] },
  confirmed: { number: [1, 20_000], whole: true },
  nonce: { number: [1 - 2 ** 53, 2 ** 53 - 1], whole: true },
  accountId: { text: 64, filled: true, pattern: /^[A-Za-z0-9-]+$/ },
  refreshIntervalMinutes: { number: [1, 60], whole: true },
  renewsOn: { number: [1, 31], whole: true, null: true },
  sizeGb: { number: [0, 1e9], above: true, null: true },
  pricePerGb: { number: [0, 1e6], above: true, null: true },
  currency: { text: 3, is: (code) => Intl.supportedValuesOf('currency').includes(code) },
  budgetThresholds: percent,
  limitThresholds: percent,
  threshold: { number: [0, 1_000] },
  fromMinute: minute,
  toMinute: minute,
  quietHours: { null: true },
  pausedUntil: { ...moment, null: true },
  at: moment,
  createdAt: { ...moment, null: true },
  since: moment,
  expectedAt: { ...moment, null: true },
  earliestAt: { ...moment, null: true },
  sinceAt: { ...moment, null: true },
  unusualLeastGb: gb,
  limitGb: { ...gb, null: true },
  gb: { number: [0, 1e9], above: true },
  usedGb: gb,
  dayGb: gb,
  normalGb: gb,
  trafficGb: { ...gb, null: true },
  totalGb: { ...gb, null: true },
  username: name,
  password: { text: 1_024, filled: true },
  suggestedName: { text: 200, filled: true },
  check: { text: 64 },
  text: { text: 50_000_000 },
  date: { text: 10, is: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) },
  dateFrom: day,
  dateTo: day,
  period: { ...day, null: true },
  key: day,
  timeZone: { text: 64, filled: true },
  lastAlert: { text: 64, null: true },
  target: { null: true, text: 1_000 },
  after: { number: [0, 2 ** 53 - 1], whole: true },
  number: { number: [1, 2 ** 53 - 1], whole: true },
  as: word,
  call: word,
  requests: { number: [0, 2 ** 53 - 1], whole: true, null: true },
  setAside: { number: [0, 2 ** 53 - 1], whole: true },
  data: { text: 100_000 },
  slices: { ...word, items: [1, 20] },
  subUsers: { items: [1, 20_000] },
  page: word,
  search: { text: 200 },
  selectedIds: { ...id, items: [0, 100_000] },
  scrollPx: { number: [0, 1e9] },
  login: { text: 1_000, filled: true },
  order: {},
  choice: {},
  country: field,
  continent: field,
  city: field,
  state: field,
  postalCode: field,
  asn: field,
  session: word,
  minutes: { number: [0, 1e9], whole: true, null: true },
  count: { number: [0, 1e9], whole: true },
  format: word,
  sessionSeed: { text: 16, pattern: /^[a-z0-9]{4,}$/ },
  usernames: { ...name, items: [1, 10_000] },
  connection: {},
  tab: word,
  connectionPresets: { items: [0, 50] },
  keepSubUserPasswords: flag,
  statusFile: flag,
  prometheusFile: flag,
  statusFileSubUsers: { number: [0, 1_000], whole: true },
  entry: word,
  label: {},
  color: word,
  product: { ...word, null: true },
  entries: { items: [0, 20] },
  nextKey: { number: [2, 2 ** 53 - 1], whole: true },
  trayAccount: word,
  protocol: word,
  name: hostName,
  ownEntry: { ...hostName, null: true },
  heightPx: { number: [1, 10_000], whole: true },
  openId: { ...id, null: true },
  focusedId: { ...id, null: true },
  subUserColumns: { items: [0, 20] },
  subUserPanelPx: { number: [320, 560], whole: true },
  widthPx: { number: [40, 1_000], whole: true, null: true },
  targets: { items: [0, 1e5] },
  seen: { null: true },
  subUserIds: { ...id, items: [1, 20_000] },
  subUserId: { ...id, null: true },
  capGb: { number: [0.01, 1e9] },
  zone: { text: 64, filled: true, is: (zone) => isZone(zone) },
  percent: { number: [1, 1_000] },
  acts: word,
  act: { text: 64 },
  packs: { items: [0, 100] },
  expires: { text: 10, is: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) },
  note: { text: 1_000 },
  price: { text: 100 },
  alert: {},
  task: {},
  rows: { items: [0, 20_000] },
  row: { number: [0, 2 ** 53 - 1], whole: true },
  step: word,
  generated: flag,
  before: { ...day, null: true },
  by: word,
  today: { ...day, null: true },
  doubt: { null: true },
  answers: { number: [1, 2 ** 53 - 1], whole: true },
  subject: {},
  facts: {},
  changes: {},
  change: {},
  query: {},
  subUser: {},
  subUserView: {},
  plan: {},
  budget: {},
  alerts: {},
  limit: {},
  account: {},
  marks: { table: [/^.{1,64}$/s, 'limitGb'] },
  secret: { null: true },
  value: {},
  status: word,
  kind: word,
  what: word,
  type: word,
  rule: word,
  delivery: { ...word, null: true },
  to: word,
  column: word,
  direction: word,
  filter: word,
  protection: word,
  lifetime: { ...flag, null: true },
  disablesAtLimit: { ...flag, null: true },
  listed: flag,
  shown: { ...flag, text: 6 },
  holds: flag,
  on: flag,
  keepWithoutKeyring: flag,
  fullNamesInLog: flag,
  versionCheck: word,
  askedStartAtLogin: flag,
  theme: word,
  density: word,
  font: word,
  textSizePercent: { number: [80, 200] },
  runOut: flag,
  unusualDay: flag,
  periodReset: flag,
  sound: flag,
  channel: { text: 64 },
  address: {},
  service: word,
  host: { text: 300 },
  url: { text: 2_000, is: isHttps },
  signingKey: { text: 200, is: (key) => key.length >= 24 },
  token: { text: 200, pattern: /^[\x21-\x7e]*$/ },
  chat: { text: 100, pattern: /^(-?\d{1,20}|@\w{4,})$/ },
  kinds: { ...word, items: [1, 20] },
  names: flag,
  paused: flag,
  begun: flag,
  full: flag,
  refused: flag,
};
const vendorDay = { text: 13, pattern: /^\d{4}-\d\d-\d\d( \d\d)?$/ };
const ruleId = { text: 64, pattern: /^[A-Za-z0-9-]+$/ } as const;
const isZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
};
const signIn: Record<string, Demand> = { username: { text: 256, filled: true } };
const created: Record<string, Demand> = {
  username: { text: 64, pattern: /^\w+$/ },
  password: { text: 64, is: isGoodPassword, null: true },
  lifetime: flag,
  disablesAtLimit: flag,
};
const passwordText = { text: 1_024, filled: true, is: (text: string) => !text.includes('\0') } as const;
const presetName = { text: 60, filled: true } as const;
const channelName = { text: 40, filled: true, is: (text: string) => text === text.trim() } as const;
const accountKey = { text: 6, pattern: /^[1-9]\d*$/ } as const;
const guardRule: Record<string, Demand> = {
  rule: {},
  at: {},
  id: ruleId,
  from: { text: 10, pattern: /^([01]\d|2[0-3]):[0-5]\d$|^\d{4}-\d\d-\d\d$/ },
  to: { text: 5, pattern: /^([01]\d|2[0-3]):[0-5]\d$/ },
};
/** Stricter demands on a field of one command or file. */
export const strictLaw: Record<string, Record<string, Demand>> = {
  showAccount: { key: accountKey },
  removeAccount: { key: accountKey },
  labelAccount: { key: accountKey, name: { text: 40, is: (text) => text === text.trim() } },
  setGuardRule: guardRule,
  dryRunGuardRule: guardRule,
  removeGuardRule: { rule: ruleId },
  pullGuardRule: { rule: ruleId },
  putBackGuardRule: { rule: ruleId },
  'the accounts': { key: accountKey, name: { text: 40 } },
  signIn,
  createSubUser: { ...created, password: { text: 64, is: isGoodPassword } },
  startJob: created,
  runCall: {
    username: { text: 64, pattern: /^\w+$/ },
    password: { text: 64, is: isGoodPassword },
    changes: { keys: true },
    dateFrom: vendorDay,
    dateTo: vendorDay,
  },
  updateSubUser: { changes: { keys: true }, password: { text: 64, is: isGoodPassword } },
  readUsage: { dateFrom: vendorDay, dateTo: vendorDay },
  saveView: { subUsers: {} },
  testConnection: {
    country: { text: 2, pattern: /^([A-Za-z]{2})?$/ },
    password: { ...passwordText, null: true },
  },
  copyConnection: { password: { ...passwordText, null: true } },
  saveConnection: { password: { ...passwordText, null: true } },
  keepPassword: { password: passwordText },
  addChannel: { name: channelName },
  changeChannel: { name: channelName },
  'the channels': { name: channelName, id: { text: 64 } },
  'the channel events': {
    line: word,
    event: {},
    id: { text: 64 },
    title: { text: 300 },
    text: { text: 1_000 },
    username: { ...name, null: true },
    facts: { table: [/^.{0,64}$/s, 'fact'] },
    fact: { text: 100, number: [-Number.MAX_VALUE, Number.MAX_VALUE], flag: true, null: true },
    message: { text: 64, null: true },
    count: { number: [0, 2 ** 53 - 1], whole: true },
    nextAt: { ...moment, null: true },
    answer: { null: true },
    state: {},
    waiting: { items: [0, 200] },
    tries: { number: [0, 2 ** 53 - 1], whole: true },
    seen: { text: 64, items: [0, 500] },
    sentAt: { ...moment, null: true },
    failingSince: { ...moment, null: true },
    notified: flag,
    lost: { number: [0, 2 ** 53 - 1], whole: true },
    unclear: { number: [0, 2 ** 53 - 1], whole: true },
    status: { number: [-(2 ** 53), 2 ** 53], whole: true },
    words: { text: 300 },
    reason: word,
  },
  copyText: { text: { text: 2_000, filled: true }, secret: flag },
  changeSettings: { value: { keys: true }, id: word, name: presetName },
  'the settings': { id: word, name: presetName },
  'the alert memory': { subUsers: { table: [/^.{0,64}$/s, 'account'] } },
  'the alerts': {
    ids: { text: 64, items: [0, 1e5] },
    id: { ...id, text: 64, filled: true },
    usedGb: { ...gb, null: true },
  },
  'the job': {
    changes: { null: true },
    before: { null: true },
    id: { ...id, text: 64, null: true },
    limitGb: { number: [0, 2e9], null: true },
    plan: { null: true },
  },
  'the targets': { date: { ...day, null: true } },
  'the history': {
    totalGb: gb,
    at: { ...moment, whole: true },
    trafficGb: { table: [/^\d{1,16}$/, 'usedGb'] },
  },
};
