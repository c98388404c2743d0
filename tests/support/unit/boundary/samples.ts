import type { z } from 'zod';
import { vaultSchema } from '../../../../electron/account/vault.ts';
import { channelSchema } from '../../../../electron/contract/channel.ts';
import { type CommandName, commands } from '../../../../electron/contract/commands.ts';
import { firstChoice } from '../../../../electron/contract/connection.ts';
import { defaultSettings, settingsSchema } from '../../../../electron/contract/settings.ts';
import { subUserSchema } from '../../../../electron/contract/sub-user.ts';
import { targetTrafficSchema } from '../../../../electron/contract/usage.ts';
import { lineSchema } from '../../../../electron/monitor/alerts/alert-log.ts';
import { channelLineSchema } from '../../../../electron/monitor/channels/channel-lines.ts';
import { jobRecordSchema, recordedStepSchema } from '../../../../electron/monitor/jobs/job-steps.ts';
import { alertMemorySchema } from '../../../../electron/usage/alerts/memory.ts';
import { historyEntrySchema } from '../../../../electron/usage/history.ts';
import { channelChoice, goodCommands } from '../commands.ts';

/** A schema of something that crosses or is read, with a valid value for each of its forms. */
export type Sample = {
  of: string;
  schema: z.ZodType;
  valid: unknown;
  /** Values in which two fields that have to agree were changed together. */
  together?: readonly unknown[];
};

const settings = {
  ...defaultSettings,
  ownEntry: 'proxy.example.com',
  connectionPresets: [{ name: 'Berlin', choice: { ...firstChoice, minutes: 10 } }],
  subUserColumns: [{ id: 'created', shown: true, widthPx: 90 }],
  plan: {
    ...defaultSettings.plan,
    sizeGb: 100,
    renewsOn: 3,
    pricePerGb: 2.5,
    budget: { kind: 'other', gb: 50 },
  },
  alerts: {
    ...defaultSettings.alerts,
    quietHours: { fromMinute: 1, toMinute: 2 },
    pausedUntil: 1_000,
    mutedSubUserIds: [7],
  },
};
const budgets = [{ budget: { kind: 'plan' } }, { budget: { kind: 'unconfirmed', gb: 50 } }];
const limit = { kind: 'gb', limitGb: 5 };
const state = { status: 'active', limit, disablesAtLimit: true, lifetime: false };
const plan = {
  username: 'one',
  password: 'Long_enough_1',
  limitGb: 5,
  lifetime: false,
  disablesAtLimit: true,
};

const changes = {
  password: 'Long_enough_1',
  limitGb: 5,
  lifetime: true,
  status: 'active',
  disablesAtLimit: true,
};
const update = { id: 1, changes, seen: state };
const custom = { type: 'custom', dateFrom: '2026-11-01', dateTo: '2026-11-02', timeZone: 'UTC' };

const more: [CommandName, object][] = [
  ['changeSettings', settings],
  ...budgets.map((plan): [CommandName, object] => ['changeSettings', { plan }]),
  ['openManager', { target: { kind: 'alerts' } }],
  ['openManager', { target: { kind: 'settings' } }],
  ['createSubUser', plan],
  ['updateSubUser', update],
  ['startJob', { kind: 'change', ids: [1], change: { what: 'limit', limitGb: 5 } }],
  ['startJob', { kind: 'change', ids: [1], change: { what: 'add', gb: 5 } }],
  ['startJob', { kind: 'change', ids: [1], change: { what: 'status', status: 'active' } }],
  ['startJob', { kind: 'change', ids: [1], change: { what: 'disables-at-limit', disablesAtLimit: true } }],
  ['startJob', { kind: 'delete', ids: [1], confirmed: 1 }],
  ['startJob', { kind: 'create', subUsers: [plan] }],
  ['startJob', { kind: 'month-days' }],
  ['startJob', { kind: 'plan-cycle' }],
  ['readUsage', { id: 1, query: custom }],
  ...[
    { service: 'slack', url: 'https://hooks.slack.com/services/T1/B1/abc' },
    { service: 'discord', url: 'https://discord.com/api/webhooks/1/abc' },
    { service: 'teams', url: 'https://prod-1.westus.logic.azure.com/workflows/abc' },
    { service: 'ntfy', url: 'https://ntfy.sh/topic', token: 'tk_1' },
    { service: 'url', url: 'https://example.com/hook', signingKey: 'k'.repeat(24) },
  ].map((address): [CommandName, object] => ['addChannel', { address, choice: channelChoice }]),
  ['runCall', { call: 'updateSubUser', ...update }],
  ['runCall', { call: 'subUserUsage', id: 1, query: { type: '24h' } }],
  ['runCall', { call: 'login' }],
  ['runCall', { call: 'listSubUsers' }],
  ['runCall', { call: 'monthTotal' }],
  ['runCall', { call: 'subUserUsage', id: 1, query: custom }],
  ['runCall', { call: 'targetUsage', id: 1, date: '2026-11-01' }],
  ['runCall', { call: 'createSubUser', subUser: plan }],
  ['runCall', { call: 'deleteSubUser', id: 1 }],
];

const ofRule = { id: 'r1', subUserIds: [1] };
const pack = { id: 'p1', gb: 10, from: '2026-11-01', expires: '2026-11-30', note: 'Spring', price: '90 EUR' };
const rules: object[] = [
  { ...ofRule, kind: 'hours-off', from: '22:00', to: '06:00', zone: 'UTC' },
  { ...ofRule, kind: 'packs', packs: [pack], zone: 'UTC' },
  { ...ofRule, kind: 'brake', at: { kind: 'share', percent: 90 }, acts: 'itself' },
  { ...ofRule, kind: 'brake', at: { kind: 'forecast' }, acts: 'after-click' },
  { ...ofRule, kind: 'unusual-day', acts: 'itself' },
];
for (const command of ['setGuardRule', 'dryRunGuardRule'] as const)
  more.push(...rules.map((rule): [CommandName, object] => [command, { rule }]));
const channelEvent = {
  ...{ id: 'e1', at: 1_000, kind: 'limit', title: 'one', text: 'two', username: 'crawler' },
  facts: { usedGb: 1.5, rule: 'limit', listed: true, expectedAt: null },
};

const channelState = {
  waiting: [channelEvent],
  message: { id: 'm1', count: 1, tries: 1, nextAt: 5 },
  ...{ seen: ['e1'], sentAt: 5, failingSince: 5, notified: true, lost: 1, unclear: 1 },
};

/** Every command, with each form of its input. */
export const commandSamples: Sample[] = [...Object.entries<object | null>(goodCommands), ...more].map(
  ([name, valid]) => ({
    of: name,
    schema: commands[name as CommandName].input,
    valid,
    together: togetherOf(valid),
  }),
);

function togetherOf(valid: object | null): object[] {
  if (valid === null) return [];
  if ('rule' in valid)
    return [
      { rule: { ...rules[0], to: '22:00' } },
      { rule: { ...rules[1], packs: [{ ...pack, expires: '2026-10-31' }] } },
    ];
  return 'confirmed' in valid ? [0, 20_001].map(deletionOf) : [];
}

function deletionOf(count: number) {
  return { kind: 'delete', ids: Array.from({ length: count }, (_, index) => index + 1), confirmed: count };
}

const subject = { kind: 'sub-user', id: 7, username: 'crawler' };
const alertOf = (facts: object) => ({ id: 'a1', at: 1_000, subject, facts, delivery: 'shown' });

const orderedPlan = { limitGb: 5, lifetime: false, disablesAtLimit: true, generated: true };
const recordOf = (change: object) => ({
  id: 'j1',
  task: { kind: 'change', change },
  rows: [{ username: 'one', id: 1, seen: limit, plan: orderedPlan }],
});

/** Every kind of line or value that is read from a file. */
export const fileSamples: Sample[] = [
  { of: 'the settings', schema: settingsSchema, valid: settings },
  ...budgets.map((change) => ({
    of: 'the settings',
    schema: settingsSchema,
    valid: { ...settings, plan: { ...settings.plan, ...change } },
  })),
  {
    of: 'the sub-users',
    schema: subUserSchema,
    valid: { id: 1, username: 'one', createdAt: 5, trafficGb: 1.5, listed: true, ...state },
  },
  ...[
    { rule: 'limit', threshold: 80, usedGb: 8, limitGb: 10, expectedAt: 5 },
    { rule: 'will-run-out', usedGb: 8, limitGb: 10, expectedAt: 5, earliestAt: 4 },
    { rule: 'unusual-day', dayGb: 8, normalGb: 10, sinceAt: 3 },
    { rule: 'over-limit-running', usedGb: 8, limitGb: 10 },
    { rule: 'disabled-by-vendor', usedGb: 8, limitGb: 10, listed: false },
    { rule: 'period-reset', dateFrom: '2026-11-01' },
  ].map((facts) => ({ of: 'the alerts', schema: lineSchema, valid: { alert: alertOf(facts) } })),
  {
    of: 'the history',
    schema: historyEntrySchema,
    valid: { kind: 'total', at: 5, period: '2026-11-01', totalGb: 1 },
  },
  {
    of: 'the history',
    schema: historyEntrySchema,
    valid: { kind: 'sub-users', at: 5, period: '2026-11-01', full: true, trafficGb: { 7: 1.5 } },
  },
  {
    of: 'the targets',
    schema: targetTrafficSchema,
    valid: {
      totalGb: 1,
      requests: 2,
      setAside: 0,
      targets: [{ target: 'example.com', date: '2026-11-01', trafficGb: 1, requests: 2 }],
    },
  },
  {
    of: 'the alert memory',
    schema: alertMemorySchema,
    valid: {
      begun: true,
      period: {
        key: '2026-11-01',
        since: 5,
        by: 'vendor',
        before: '2026-10-01',
        listed: true,
        today: '2026-11-05',
        doubt: { key: '2026-10-01', since: 5, answers: 1 },
      },
      account: { period: '2026-11-01', marks: { 'at:80': 50 } },
      subUsers: { 7: { period: '2026-11-01', marks: { 'at:80': null } } },
      disabled: [7],
      disabledHere: [8],
      lastAlert: 'a1',
    },
  },
  { of: 'the alerts', schema: lineSchema, valid: { ids: ['a1'], delivery: 'shown' } },
  ...[
    { what: 'limit', limitGb: 5 },
    { what: 'add', gb: 5 },
    { what: 'status', status: 'active' },
    { what: 'disables-at-limit', disablesAtLimit: true },
  ].map((change) => ({ of: 'the job', schema: jobRecordSchema, valid: recordOf(change) })),
  {
    of: 'the job',
    // The step that decides what is sent again. The others hold no figure but a row and an id.
    schema: recordedStepSchema.options[0],
    valid: {
      step: 'sent',
      row: 0,
      changes: { limitGb: 5, status: 'active', disablesAtLimit: true },
      before: limit,
    },
  },
  {
    of: 'the channels',
    schema: channelSchema,
    valid: { ...channelChoice, id: 'c1', service: 'slack', host: 'a.b' },
  },
  ...[
    { line: 'event', event: channelEvent },
    { line: 'begun', message: 'm1', count: 1 },
    { line: 'ended', message: 'm1', answer: { kind: 'unknown' }, nextAt: 5 },
    ...[
      { kind: 'sent', status: 200, words: 'ok' },
      { kind: 'no-answer', reason: 'timed-out' },
    ].flatMap((answer) => [
      { line: 'tested', answer },
      { line: 'ended', message: 'm1', answer, nextAt: 5 },
      { line: 'state', state: { ...channelState, answer } },
    ]),
    { line: 'notified' },
  ].map((line) => ({
    of: 'the channel events',
    schema: channelLineSchema,
    valid: { ...line, channel: 'c1', at: 1_000 },
  })),
  {
    of: 'the vault',
    schema: vaultSchema,
    valid: {
      username: 'main',
      accountId: '3f1c',
      secret: { protection: 'keyring', data: 'eA==' },
      refused: true,
    },
  },
];
