/**
 * Reads the arguments of an ICU message from its type: `{name}` takes a string that is ready to be read, and what is formatted
 * or counted (`{days, number}`, `{count, plural, …}`) a number. Only the spacing of these examples is understood.
 */
export type ArgumentsOf<Message extends string> = {
  [Found in ArgumentIn<Message> as Found[0]]: Found[1];
};

/** Whether the braces around a place hold words, or the branches of a plural or a choice. */
type Place = 'words' | 'branches';

/** Collects `[name, type]` of each argument, brace by brace. `Open` holds the places that are open, the innermost first. */
type ArgumentIn<
  Rest extends string,
  Open extends readonly Place[] = ['words'],
  Found extends [string, string | number] = never,
> = Rest extends `${infer Before}}${infer After}`
  ? Before extends `${string}{${string}`
    ? Rest extends `${string}{${infer Opened}`
      ? Open extends readonly ['branches', ...Place[]]
        ? ArgumentIn<Opened, ['words', ...Open], Found>
        : OpenedIn<Opened, Open, Found>
      : never
    : Open extends readonly [Place, ...infer Outer extends Place[]]
      ? ArgumentIn<After, Outer, Found>
      : never
  : Found;

/** Reads the argument that has just been opened, and goes on behind its name. */
type OpenedIn<
  Opened extends string,
  Open extends readonly Place[],
  Found extends [string, string | number],
> = Opened extends `${infer Head}}${infer After}`
  ? Head extends `${infer Name}, plural, ${string}`
    ? Opened extends `${Name}, plural, ${infer Branches}`
      ? ArgumentIn<Branches, ['branches', ...Open], Found | [Name, number]>
      : never
    : Head extends `${infer Name}, select, ${string}`
      ? Opened extends `${Name}, select, ${infer Branches}`
        ? ArgumentIn<Branches, ['branches', ...Open], Found | [Name, string]>
        : never
      : Head extends `${infer Name}, ${string}`
        ? ArgumentIn<After, Open, Found | [Name, number]>
        : ArgumentIn<After, Open, Found | [Head, string]>
  : never;
