import { mostRuleSubUsers } from '../../../electron/contract/guard.ts';

/** A longer list is narrowed by the search. */
const mostShown = 60;

export type Named = { id: number; username: string };

/** Holds the first rows of a part of the list, and how many it has beyond them. */
export type ChoicePart = { rows: readonly Named[]; more: number };

/** Holds what is offered. `kept` were chosen before the search, whether or not it finds them; `matching` is all that it finds. */
export type Choice = { kept: ChoicePart; found: ChoicePart; matching: readonly number[] };

type Asked = { main: string | null; first: ReadonlySet<number>; search: string };

/** Returns what is offered of a list of sub-users, without the main user. One that was deleted is offered while it is chosen. */
export function choiceOf(list: readonly Named[], { main, first, search }: Asked): Choice {
  const wanted = search.trim().toLowerCase();
  const matches = ({ username }: Named) => username.toLowerCase().includes(wanted);
  const offered = list.filter(({ username }) => username !== main);
  const listed = new Set(list.map(({ id }) => id));
  const gone = [...first].filter((id) => !listed.has(id)).map((id) => ({ id, username: `${id}` }));
  const kept = [...gone, ...offered.filter(({ id }) => first.has(id))];
  const matching = [...gone, ...offered].filter(matches);
  return {
    kept: partOf([...kept.filter(matches), ...kept.filter((each) => !matches(each))]),
    found: partOf(matching.filter(({ id }) => !first.has(id))),
    matching: matching.map(({ id }) => id),
  };
}

function partOf(all: readonly Named[]): ChoicePart {
  const rows = all.slice(0, mostShown);
  return { rows, more: all.length - rows.length };
}

/** Returns those that are chosen with all that match; null where a rule cannot name them all. */
export function withAll(chosen: readonly number[], matching: readonly number[]): number[] | null {
  const all = new Set([...chosen, ...matching]);
  return all.size > mostRuleSubUsers ? null : [...all];
}
