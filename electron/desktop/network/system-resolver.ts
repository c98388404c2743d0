import { Resolver } from 'node:dns/promises';

type NameAnswer = { kind: 'found'; values: string[] } | { kind: 'none' | 'missing' | 'silent' };

/** A resolver that is there answers within a fraction of this. */
const questionMs = 3_000;

/** Returns the system's resolver for names, or for tests one on a port of this computer. No call throws. */
export function createSystemResolver(instead: number | null = null, timeoutMs = questionMs) {
  // A new one for each question, because it reads the system's servers once and a laptop changes networks.
  function fresh(): Resolver {
    const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
    if (instead !== null) resolver.setServers([`127.0.0.1:${instead}`]);
    return resolver;
  }
  return {
    alias: (name: string) => answerOf(fresh().resolveCname(name)),
    async addresses(name: string): Promise<NameAnswer> {
      const answers = await Promise.all([answerOf(fresh().resolve4(name)), answerOf(fresh().resolve6(name))]);
      const values = answers.flatMap((answer) => (answer.kind === 'found' ? answer.values : []));
      if (values.length > 0) return { kind: 'found', values };
      const kinds = answers.map(({ kind }) => kind);
      if (kinds.includes('silent')) return { kind: 'silent' };
      return { kind: kinds.includes('none') ? 'none' : 'missing' };
    },
  };
}

async function answerOf(question: Promise<string[]>): Promise<NameAnswer> {
  try {
    const values = await question;
    return values.length === 0 ? { kind: 'none' } : { kind: 'found', values };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENODATA') return { kind: 'none' };
    return { kind: code === 'ENOTFOUND' ? 'missing' : 'silent' };
  }
}
