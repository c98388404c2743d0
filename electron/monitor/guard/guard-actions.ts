import type { CommandHandlers } from '../../contract/commands.ts';
import { type CommandFailure, failed, type Outcome, succeeded } from '../../contract/failure.ts';
import { type GuardRule, mostRules } from '../../contract/guard.ts';
import { say } from '../../text/say.ts';
import type { AccountGuard } from './account-guard.ts';
import type { OpenGuardParts } from './guard-parts.ts';

type Names =
  | 'setGuardRule'
  | 'removeGuardRule'
  | 'pullGuardRule'
  | 'putBackGuardRule'
  | 'undoGuardAct'
  | 'resumeGuard'
  | 'readGuardJournal';

export type GuardActionParts = Pick<OpenGuardParts, 'saveText'> & {
  /** Returns Guard of the account in use; null if the user is signed out. */
  load: () => Promise<AccountGuard | null>;
};

/** Creates the handlers of commands about Guard. Each returns once the order is in the journal; what it does shows later. */
export function createGuardActions({ load, saveText }: GuardActionParts) {
  /** Carries out an order; one that is about nothing returns false. */
  async function order(
    carryOut: (guard: AccountGuard) => boolean | Promise<boolean>,
  ): Promise<Outcome<null, CommandFailure>> {
    const guard = await load();
    if (guard === null) return failed({ kind: 'signed-out' });
    return (await carryOut(guard)) ? succeeded(null) : failed({ kind: 'not-found' });
  }
  const withRule = (id: string, carryOut: (guard: AccountGuard, rule: GuardRule) => unknown) =>
    order(async (guard) => {
      const rule = guard.rules.find((each) => each.id === id);
      if (rule !== undefined) await carryOut(guard, rule);
      return rule !== undefined;
    });

  return {
    async setGuardRule({ rule }) {
      const guard = await load();
      if (guard === null) return failed({ kind: 'signed-out' });
      if (guard.rules.filter(({ id }) => id !== rule.id).length >= mostRules)
        return failed({ kind: 'invalid-input', problems: [`rules: ${mostRules}.`] });
      guard.setRule(rule);
      return succeeded(null);
    },
    removeGuardRule: ({ rule }) => withRule(rule, (guard) => guard.removeRule(rule)),
    pullGuardRule: ({ rule }) => withRule(rule, (guard, each) => guard.pull(each)),
    putBackGuardRule: ({ rule }) => withRule(rule, (guard, each) => guard.putBack(each)),
    undoGuardAct: ({ act }) => order((guard) => guard.undo(act)),
    async resumeGuard({ ids }) {
      const guard = await load();
      if (guard === null) return failed({ kind: 'signed-out' });
      const paused = ids.filter((id) => guard.isPaused(id));
      return paused.length === 0
        ? failed({ kind: 'not-found' })
        : succeeded({ unknown: guard.resume(paused) });
    },
    async readGuardJournal(input) {
      const guard = await load();
      if (guard === null) return failed({ kind: 'signed-out' });
      const { journalPage } = await import('./journal-page.ts');
      return succeeded(journalPage(guard.journal, input));
    },
    async exportGuard() {
      const guard = await load();
      if (guard === null) return failed({ kind: 'signed-out' });
      const { guardCsv } = await import('./guard-csv.ts');
      return saveText(say('files.guard'), guardCsv(guard.journal));
    },
  } satisfies CommandHandlers<unknown, Names> & {
    exportGuard: () => Promise<Outcome<{ saved: boolean }, CommandFailure>>;
  };
}
