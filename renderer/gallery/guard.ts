import type { Channel, ChannelView } from '../../electron/contract/channel.ts';
import { dayMs, dayOf } from '../../electron/contract/day.ts';
import type { Guarded } from '../../electron/contract/guard-journal.ts';
import type { GuardJournalPage, GuardRow, GuardView } from '../../electron/contract/guard-view.ts';

const now = Date.now();
const zone = 'Europe/Berlin';
const rests = { waitsFor: null, setOff: null, asksFor: [], pausedIds: [] };
const gb = (limitGb: number) => ({ kind: 'gb', limitGb }) as const;
const own: Guarded = { limit: gb(80), disablesAtLimit: false, status: 'active' };
const capped: Guarded = { limit: gb(58.9), disablesAtLimit: true, status: 'active' };

/** Rules of each kind, each in another state. */
export const guard: GuardView = {
  rules: [
    { ...rests, rule: { kind: 'daily-cap', id: 'cap', subUserIds: [1, 2], capGb: 2.5, zone } },
    {
      ...rests,
      pausedIds: [4],
      rule: { kind: 'hours-off', id: 'hours', subUserIds: [3, 4], from: '22:00', to: '06:00', zone },
    },
    {
      ...rests,
      waitsFor: 'period',
      rule: {
        ...{ kind: 'packs', id: 'packs', subUserIds: [6], zone },
        packs: [
          { id: 'p', gb: 50, from: dayOf(now), expires: dayOf(now + 30 * dayMs), note: '', price: '€ 90' },
        ],
      },
    },
    {
      ...rests,
      asksFor: [1, 2, 3],
      rule: {
        ...{ kind: 'brake', id: 'brake', subUserIds: [1, 2, 3], acts: 'after-click' },
        at: { kind: 'share', percent: 90 },
      },
    },
    {
      ...rests,
      setOff: { at: now - 3_600_000, ids: [7] },
      rule: { kind: 'unusual-day', id: 'day', subUserIds: [6, 7], acts: 'itself' },
    },
  ],
  held: [
    {
      ...{ id: 2, username: 'travel_fares', own, left: capped, why: ['daily-cap'] },
      ...{
        cap: { day: dayOf(now), baseGb: 56.4 },
        packsLeftGb: null,
        paused: { limit: false, status: false },
      },
    },
  ],
  heldCount: 1,
  journalRevision: 4,
};

const row: Omit<GuardRow, 'place' | 'at' | 'by' | 'what'> = {
  ...{ subUser: { id: 2, username: 'travel_fares' }, rule: null, why: [], from: null, to: null },
  ...{ outcome: null, failure: null, pauses: false, undo: null },
};
const write: Pick<GuardRow, 'by' | 'what' | 'from' | 'to' | 'why'> = {
  ...{ by: 'guard', what: 'write', from: own, to: capped },
  why: ['daily-cap'],
};

/** Rows of the journal: what was done, what is not known, and what others did. */
export const journal: GuardJournalPage = {
  rows: [
    { ...row, ...write, place: '1:4', at: now, outcome: 'done', undo: 'a' },
    { ...row, ...write, place: '1:3', at: now - 60_000, outcome: 'unknown' },
    {
      ...{ ...row, place: '1:2', at: now - dayMs, by: 'elsewhere', what: 'changed', pauses: true },
      ...{ from: capped, to: { ...capped, limit: gb(70) } },
    },
    { ...row, place: '1:1', at: now - dayMs, by: 'oxylabs', what: 'stopped', from: capped, to: capped },
  ],
  next: null,
};

const channel = (id: string, name: string, service: Channel['service'], host: string): ChannelView => ({
  ...{ id, name, service, host, kinds: ['limit', 'guard'], names: true, quietHours: null, paused: false },
  ...{ sentAt: now - 60_000, failingSince: null, waiting: 0, lost: 0, unclear: 0 },
  answer: { kind: 'sent', status: 200, words: 'ok' },
});

/** Channels that work, fail, and are paused. */
export const channels: ChannelView[] = [
  channel('c1', 'Operations', 'slack', 'hooks.slack.com'),
  {
    ...channel('c2', 'On call', 'telegram', 'api.telegram.org'),
    ...{ failingSince: now - 2 * 3_600_000, waiting: 3, lost: 1 },
    answer: { kind: 'refused', status: 403, words: 'bot was blocked by the user' },
  },
  { ...channel('c3', 'Archive', 'url', 'hooks.example.com'), paused: true, names: false },
];
