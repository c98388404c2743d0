import type { GuardRule } from '../contract/guard.ts';
import type { GuardDryRun } from '../contract/guard-dry-run.ts';
import type { GuardRuleView } from '../contract/guard-view.ts';
import { say } from './say.ts';
import { formatDateTime, formatDay } from './time.ts';
import { formatGb, formatShare } from './traffic.ts';

/** More names are a count. */
const mostNames = 3;

/** Returns what a rule does, as a sentence. `nameOf` returns null for a sub-user that is not known. */
export function ruleText(rule: GuardRule, nameOf: (id: number) => string | null, locale: string): string {
  const who = whoText(rule.subUserIds, nameOf, locale);
  switch (rule.kind) {
    case 'daily-cap':
      return say('guard.sentence.daily-cap', { gb: formatGb(rule.capGb, locale), who, zone: rule.zone });
    case 'hours-off': {
      const { from, to, zone } = rule;
      return say('guard.sentence.hours-off', { who, from, to, zone });
    }
    case 'packs': {
      const gb = formatGb(
        rule.packs.reduce((sum, pack) => sum + pack.gb, 0),
        locale,
      );
      return say('guard.sentence.packs', { who, count: rule.packs.length, gb, zone: rule.zone }, locale);
    }
    case 'brake': {
      const { acts, at } = rule;
      if (at.kind === 'forecast') return say('guard.sentence.brake.forecast', { acts, who });
      const percent = formatShare(at.percent / 100, locale);
      return say('guard.sentence.brake.share', { acts, who, percent });
    }
    case 'unusual-day':
      return say('guard.sentence.unusual-day', { acts: rule.acts, who });
  }
}

/** Returns the names of a few sub-users, or how many there are. */
export function whoText(
  ids: readonly number[],
  nameOf: (id: number) => string | null,
  locale: string,
): string {
  const names = ids.slice(0, mostNames).map(nameOf);
  if (ids.length > mostNames || names.some((name) => name === null))
    return say('guard.many', { count: ids.length }, locale);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names.filter((name) => name !== null));
}

/** Returns what a rule does now. */
export function ruleStateText({ waitsFor, setOff, asksFor }: GuardRuleView, locale: string): string {
  if (setOff !== null)
    return say('guard.setOff', { count: setOff.ids.length, time: formatDateTime(setOff.at, locale) }, locale);
  if (waitsFor !== null) return say(`guard.waits.${waitsFor}`);
  if (asksFor.length > 0) return say('guard.holds', { count: asksFor.length }, locale);
  return say('guard.active');
}

/** Returns what a rule would have done, a line for each of the first sub-users. */
export function dryRunTexts(
  result: GuardDryRun,
  nameOf: (id: number) => string | null,
  locale: string,
): string[] {
  switch (result.kind) {
    case 'always':
      return [say('guard.dryAlways')];
    case 'unknown':
      return [say('guard.dryUnknown')];
    case 'brake':
      if (result.at.length === 0) return [say('guard.dryNothing')];
      return result.at.map((at) => say('guard.dryBrake', { time: formatDateTime(at, locale) }));
    case 'stops':
      return [...stopTexts(result.stops, nameOf, locale), ...gapTexts(result.unknownDays, locale)];
  }
}

type Stops = Extract<GuardDryRun, { kind: 'stops' }>['stops'];

function stopTexts(stops: Stops, nameOf: (id: number) => string | null, locale: string): string[] {
  if (stops.length === 0) return [say('guard.dryNothing')];
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const lines = stops.slice(0, mostNames).map(({ id, days }) =>
    say('guard.dryStops', {
      name: nameOf(id) ?? `${id}`,
      days: list.format(days.map((each) => stopText(each, locale))),
    }),
  );
  const rest = stops.length - lines.length;
  return [
    say('guard.dryOver'),
    ...lines,
    ...(rest > 0 ? [say('guard.dryMore', { count: rest }, locale)] : []),
  ];
}

function stopText({ day, hour }: Stops[number]['days'][number], locale: string): string {
  if (hour === null) return formatDay(day, locale);
  return say('guard.dryAt', { day: formatDay(day, locale), time: `${`${hour}`.padStart(2, '0')}:00` });
}

function gapTexts(unknownDays: number, locale: string): string[] {
  return unknownDays === 0 ? [] : [say('guard.dryGaps', { count: unknownDays }, locale)];
}
