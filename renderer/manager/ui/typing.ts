/** Says whether a key goes into a field: a text, a choice, or a part of a date, which React Aria makes a spinbutton. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(':is(input,textarea,select,[role=spinbutton])') !== null;
}
