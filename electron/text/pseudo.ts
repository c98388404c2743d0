import { IntlMessageFormat } from 'intl-messageformat';
import type { Texts } from '../contract/snapshot.ts';
import { alterMessages, type Message } from './say.ts';

/** Chooses the texts of this run: English, or the pseudo-locale that stands for longer languages in development. */
export function chooseTexts(texts: Texts): void {
  alterMessages(texts === 'en' ? null : (message) => pseudoMessage(message, texts === 'pseudo-rtl'));
}

/**
 * Returns a message in the pseudo-locale: accented, 40 % longer, and in brackets, so that a text that is cut or is not from the
 * catalogue is seen. What is placed, branches of plurals, code and tags stay.
 */
export function pseudoMessage(message: Message, rightToLeft = false): Message {
  // An embedding, which moves what has no direction, such as a full stop, to the other end.
  const [open, close] = rightToLeft ? ['\u202b[', ']\u202c'] : ['[', ']'];
  if (typeof message === 'string' && !message.includes('{')) return `${open}${pseudoText(message)}${close}`;
  const parts = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
  return [{ type: literal, value: open }, ...parts.map(pseudoPart), { type: literal, value: close }];
}

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** The parser's name for words. Its enumeration is in a package that is not bundled. */
const literal = 0;

function pseudoPart(part: Part): Part {
  if (part.type === literal) return { ...part, value: pseudoText(part.value) };
  if (!('options' in part)) return part;
  const options = Object.entries(part.options).map(([branch, option]) => [
    branch,
    { ...option, value: option.value.map(pseudoPart) },
  ]);
  return { ...part, options: Object.fromEntries(options) };
}

/** Matches code between backticks, and tags. */
const kept = /(`[^`]*`|<\/?[a-z][^<>]*>)/;

function pseudoText(text: string): string {
  const parts = text.split(kept);
  return parts
    .map((part, index) => (index % 2 === 1 ? part : longer(part).replace(/[a-z]/gi, accented)))
    .join('');
}

/** A unit is as short in every language. */
const leastLetters = 3;

/** Doubles two letters of five. */
function longer(text: string): string {
  if ((text.match(/[a-z]/gi) ?? []).length < leastLetters) return text;
  let due = 0.5;
  return text.replace(/[a-z]/gi, (letter) => {
    due += 0.4;
    if (due < 1) return letter;
    due -= 1;
    return letter + letter;
  });
}

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accents = 'àƀçďéƒĝĥîĵķļḿñöṕqŕšţûṽŵẋýžÀƁÇĎÉƑĜĤÎĴĶĻḾÑÖṔQŔŠŢÛṼŴẊÝŽ';

function accented(letter: string): string {
  return accents[plain.indexOf(letter)] ?? letter;
}
