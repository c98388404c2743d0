import type { GuardRule } from '../../../../electron/contract/guard.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'];

/** Returns rules of every kind, each for some of the sub-users; the main user is named too. */
export function rulesOf(random: () => number, ids: readonly number[], startAt: number): GuardRule[] {
  const some = (share: number) => ids.filter(() => random() < share);
  const zone = zones[Math.floor(random() * zones.length)] ?? 'UTC';
  const hour = () => `${String(Math.floor(random() * 24)).padStart(2, '0')}:30`;
  const day = (days: number) => new Date(startAt + days * 86_400_000).toISOString().slice(0, 10);
  const packs = Array.from({ length: 3 }, (_, index) => ({
    id: `p${index}`,
    gb: Math.ceil(random() * 30),
    from: day(index * 4),
    expires: day(index * 4 + Math.ceil(random() * 25)),
    note: '',
    price: '',
  }));
  const rules: GuardRule[] = [
    { kind: 'daily-cap', id: 'cap', subUserIds: some(0.5), capGb: 1 + Math.floor(random() * 60) / 10, zone },
    { kind: 'hours-off', id: 'hours', subUserIds: some(0.25), from: hour(), to: hour(), zone },
    { kind: 'packs', id: 'packs', subUserIds: some(0.15), packs, zone },
    {
      kind: 'brake',
      id: 'brake',
      subUserIds: some(0.2),
      at: { kind: 'share', percent: 50 + Math.floor(random() * 60) },
      acts: 'itself',
    },
    { kind: 'unusual-day', id: 'unusual', subUserIds: some(0.3), acts: 'itself' },
  ];
  return rules.filter(({ subUserIds }) => subUserIds.length > 0);
}
