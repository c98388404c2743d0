import {
  type ChoiceProblem,
  type ChoiceWarning,
  type ConnectionChoice,
  type ConnectionField,
  type ConnectionFormat,
  continents,
  lineFormats,
  mostSessions,
} from '../contract/connection.ts';
import { mostAtNode, nodePort } from './entries.ts';

type Found = { field: ConnectionField; problem: ChoiceProblem };

/** Chromium and undici sign in to no SOCKS proxy, and Scrapy speaks none. */
const withoutSocks: ReadonlySet<ConnectionFormat> = new Set(['undici', 'playwright', 'puppeteer', 'scrapy']);
/** Newer pages of the vendor say 1,440 minutes, older ones 30. */
const mostMinutes = 1_440;
const oldMostMinutes = 30;

/** Returns what the vendor does not document in a choice, each with the field to change. */
export function problemsOf(choice: ConnectionChoice, ownEntry: string | null): Found[] {
  return [...entryProblems(choice, ownEntry), ...placeProblems(choice), ...sessionProblems(choice)];
}

/** Returns what will work but may surprise. */
export function warningsOf(username: string, choice: ConnectionChoice): ChoiceWarning[] {
  const { entry, protocol, minutes, format } = choice;
  const warnings: [boolean, ChoiceWarning][] = [
    [entry === 'own' && protocol === 'https', 'own-name-certificate'],
    [minutes !== null && minutes > oldMostMinutes, 'long-session'],
    // `-` separates the parameters, so in a name it would begin one.
    [!/^\w+$/.test(username), 'unusual-name'],
    [format === 'pac', 'no-password-in-format'],
  ];
  return warnings.flatMap(([applies, warning]) => (applies ? [warning] : []));
}

function entryProblems(choice: ConnectionChoice, ownEntry: string | null): Found[] {
  const { entry, protocol, country, format } = choice;
  const found: [boolean, ConnectionField, ChoiceProblem][] = [
    [entry === 'own' && ownEntry === null, 'entry', 'no-own-entry'],
    [entry === 'country' && country === '', 'country', 'choose-country'],
    [entry === 'country' && isCountry(country) && nodePort(country) === null, 'country', 'no-node-there'],
    [(entry === 'hong-kong' || entry === 'beijing') && protocol !== 'https', 'protocol', 'https-only'],
    [entry === 'country' && protocol === 'socks5', 'protocol', 'no-socks-node'],
    [protocol === 'socks5' && withoutSocks.has(format), 'format', 'no-socks-in-format'],
  ];
  return applying(found);
}

function placeProblems(choice: ConnectionChoice): Found[] {
  const { entry, country, continent, city, state, postalCode, asn } = choice;
  const narrow = (['city', 'state', 'postalCode', 'asn', 'continent'] as const).filter(
    (field) => choice[field] !== '',
  );
  const [, second] = narrow;
  const atNode = entry === 'country' ? narrow[0] : undefined;
  const inUs = country === '' || country.toUpperCase() === 'US';
  const found: [boolean, ConnectionField, ChoiceProblem][] = [
    [country !== '' && !isCountry(country), 'country', 'not-a-country'],
    [
      continent !== '' && !continents.some((each) => each === continent.toUpperCase()),
      'continent',
      'not-a-continent',
    ],
    [city !== '' && !isWords(city), 'city', 'city-letters'],
    [state !== '' && !isWords(state), 'state', 'state-letters'],
    [postalCode !== '' && !/^\d{5}$/.test(postalCode), 'postalCode', 'postal-code-digits'],
    [asn !== '' && !/^(as)?\d{1,10}$/i.test(asn), 'asn', 'asn-digits'],
    [atNode !== undefined, atNode ?? 'entry', 'no-place-at-node'],
    [second !== undefined, second ?? 'city', 'one-place'],
    [continent !== '' && country !== '', 'continent', 'continent-and-country'],
    [city !== '' && country === '', 'city', 'city-needs-country'],
    [state !== '' && !inUs, 'state', 'state-needs-us'],
    [postalCode !== '' && !inUs, 'postalCode', 'postal-code-needs-us'],
    [asn !== '' && country !== '', 'asn', 'country-wins-over-asn'],
  ];
  return applying(found);
}

function sessionProblems({ entry, session, minutes, count, format }: ConnectionChoice): Found[] {
  const atNode = entry === 'country';
  const found: [boolean, ConnectionField, ChoiceProblem][] = [
    [atNode && session === 'strict', 'session', 'no-strict-at-node'],
    [minutes !== null && session !== 'sticky', 'minutes', 'minutes-need-sticky'],
    [atNode && minutes !== null && session === 'sticky', 'minutes', 'no-minutes-at-node'],
    [minutes !== null && (minutes < 1 || minutes > mostMinutes), 'minutes', 'minutes-range'],
    [count < 1 || count > mostSessions, 'count', 'count-range'],
    [atNode && count > mostAtNode && count <= mostSessions, 'count', 'count-at-node'],
    [count > 1 && session === 'rotating', 'count', 'count-needs-session'],
    [count > 1 && session !== 'rotating' && !lineFormats.has(format), 'count', 'count-in-format'],
  ];
  return applying(found);
}

function applying(found: readonly [boolean, ConnectionField, ChoiceProblem][]): Found[] {
  return found.flatMap(([applies, field, problem]) => (applies ? [{ field, problem }] : []));
}

function isCountry(text: string): boolean {
  return /^[a-z]{2}$/i.test(text);
}

/** English letters, with spaces or `_` between words. */
function isWords(text: string): boolean {
  return /^[a-z]+([\s_][a-z]+)*$/i.test(text.trim());
}
