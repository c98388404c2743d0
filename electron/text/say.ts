import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import type { commandLine } from './en/command-line.ts';
import type { en } from './en.ts';
import { enStart } from './en-start.ts';
import type { ArgumentsOf } from './message-arguments.ts';

type Catalogue = typeof en & { commandLine: typeof commandLine };

/** Names a text: `topic.name`. */
export type TextKey = {
  [Topic in keyof Catalogue]: `${Topic}.${keyof Catalogue[Topic] & string}`;
}[keyof Catalogue];

type MessageOf<Key extends TextKey> = Key extends `${infer Topic extends keyof Catalogue}.${infer Name}`
  ? Name extends keyof Catalogue[Topic]
    ? Catalogue[Topic][Name]
    : never
  : never;

type Values = Record<string, string | number>;

/** What a message needs: nothing, its arguments, or its arguments and the locale of their numbers. */
type NeedsOf<Arguments> = keyof Arguments extends never
  ? []
  : number extends Arguments[keyof Arguments]
    ? [values: Arguments, locale: string]
    : [values: Arguments];

/** Returns the text of a key, with its arguments in place. Numbers follow the locale; words and plurals are English. */
export function say<Key extends TextKey>(key: Key, ...needs: NeedsOf<ArgumentsOf<MessageOf<Key>>>): string;
export function say(key: TextKey, values?: Values, locale = 'en'): string {
  return `${values === undefined ? messageOf(key) : formatOf(key, locale).format(values)}`;
}

/** A build parses the messages that have arguments (`build/parsed-messages.ts`). */
export type Message = string | Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], string>;

type Topics = Record<string, Record<string, Message>>;

/** A start has the topics that it needs before the tray is shown; `en-main.ts` brings those of main, a window has all. */
let topics: Topics = enStart;

/** Takes the texts from these topics from now on. */
export function sayFrom(catalogue: Topics): void {
  topics = catalogue;
}

/** Changes each message before it is used; null for none. */
let alter: ((message: Message) => Message) | null = null;

/** Changes each message from now on by this function, for the pseudo-locale. */
export function alterMessages(change: ((message: Message) => Message) | null): void {
  alter = change;
  formats.clear();
}

function messageOf(key: string): Message {
  const dot = key.indexOf('.');
  const message = topics[key.slice(0, dot)]?.[key.slice(dot + 1)] ?? key;
  return alter === null ? message : alter(message);
}

/** Creating a format costs a thousand times what using it does. */
const formats = new Map<string, IntlMessageFormat>();

function formatOf(key: string, locale: string): IntlMessageFormat {
  const known = formats.get(`${key} ${locale}`);
  if (known !== undefined) return known;
  const format = new IntlMessageFormat(messageOf(key), locale, undefined, { formatters, ignoreTag: true });
  formats.set(`${key} ${locale}`, format);
  return format;
}

/** The locale of the numbers is the user's, and may have other plurals than the words. */
const formatters: Formatters = {
  getNumberFormat: kept((locale, options) => new Intl.NumberFormat(locale, options)),
  getDateTimeFormat: kept((locale, options) => new Intl.DateTimeFormat(locale, options)),
  getPluralRules: kept((_locale, options) => new Intl.PluralRules('en', options)),
};

/** By itself the library looks through the system's locales, which takes 11 ms of each start. Ours are valid already. */
IntlMessageFormat.resolveLocale = (locales) =>
  new Intl.Locale(typeof locales === 'string' ? locales : (locales[0] ?? 'en'));

type Locale = Parameters<Formatters['getNumberFormat']>[0];

function kept<Options, Format>(create: (locale: Locale, options?: Options) => Format) {
  const known = new Map<string, Format>();
  return (locale: Locale, options?: Options): Format => {
    const key = JSON.stringify([locale, options]);
    const format = known.get(key) ?? create(locale, options);
    known.set(key, format);
    return format;
  };
}
