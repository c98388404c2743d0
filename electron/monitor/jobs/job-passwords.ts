import { z } from 'zod';
import type { KeptSecrets } from '../../account/kept-secrets.ts';
import { nameSchema } from '../../contract/bounds.ts';
import { mostAtOnce } from '../../contract/job.ts';
import { generatePassword } from '../../contract/password.ts';
import { parseJson } from '../../oxylabs/answer.ts';
import { Secret } from '../../oxylabs/secret.ts';
import type { JournaledJob } from './journal.ts';

/** The passwords that were sent or will be sent for each name; the last is the newest. */
const passwordsSchema = z.array(z.tuple([nameSchema, z.array(nameSchema).max(10_000)])).max(mostAtOnce);

export type JobPasswords = {
  /** Returns the newest password of a name. */
  newest(username: string): Secret | null;
  /** Returns all passwords that a name may have. */
  candidates(username: string): readonly string[];
  /** Adds passwords, a new one where null, and keeps all of them before the first is sent. */
  add(passwords: readonly { username: string; password: string | null }[]): Promise<void>;
};

export type OpenedPasswords =
  | { kind: 'open'; passwords: JobPasswords; lost: boolean }
  /** The keyring does not answer at present. */
  | { kind: 'silent' };

type Parts = { secrets: KeptSecrets; below: (count: number) => number };

export function passwordsName({ accountId, record }: Pick<JournaledJob, 'accountId' | 'record'>): string {
  return `${accountId}_${record.id}`;
}

/** Opens the passwords of a job from the kept secrets. `lost`: there are none, or they cannot be decrypted. */
export async function openJobPasswords({ secrets, below }: Parts, name: string): Promise<OpenedPasswords> {
  const recalled = await secrets.recall(name);
  if (recalled.kind === 'silent') return { kind: 'silent' };
  const found =
    recalled.kind === 'found'
      ? passwordsSchema.safeParse(parseJson(recalled.secret.reveal())).data
      : undefined;
  let all = new Map(found);
  const passwords: JobPasswords = {
    newest(username) {
      const password = all.get(username)?.at(-1);
      return password === undefined ? null : new Secret(password);
    },
    candidates: (username) => all.get(username) ?? [],
    async add(added) {
      all = new Map(all);
      for (const { username, password } of added) {
        all.set(username, [...(all.get(username) ?? []), password ?? generatePassword(below)]);
      }
      await secrets.keep(name, new Secret(JSON.stringify([...all])));
    },
  };
  return { kind: 'open', passwords, lost: found === undefined };
}
