import type { Session } from '../../account/session.ts';
import type { ShownAnswer, TryView } from '../../contract/activity.ts';
import { consoleAnswerChars } from '../../contract/activity-bounds.ts';
import type { CommandHandlers } from '../../contract/commands.ts';
import { type ConsoleAnswer, type ConsoleCall, type ConsoleWrite, isWrite } from '../../contract/console.ts';
import { type CommandFailure, type Outcome, succeeded } from '../../contract/failure.ts';
import type { OxylabsClient } from '../../oxylabs/client.ts';
import type { Recorder } from '../../oxylabs/recorder.ts';
import { createSubUserActions, type SubUserActionParts } from '../sub-users/sub-user-actions.ts';

export type ConsoleActionParts = Omit<SubUserActionParts, 'session' | 'client'> & {
  session: Pick<Session, 'call' | 'renewToken'>;
  client: OxylabsClient;
};

/** Creates the handler of the API console. A call goes the way of all others, so the same rules guard it. */
export function createConsoleActions(parts: ConsoleActionParts) {
  return {
    async runCall(call) {
      const sink = openSink();
      const client = recordedClient(parts.client, sink.recorder);
      const { failure, token } = await run(call, { ...parts, client });
      return succeeded({ failure, token, ...sink.last() });
    },
  } satisfies CommandHandlers<unknown, 'runCall'>;
}

async function run(
  call: ConsoleCall,
  parts: ConsoleActionParts,
): Promise<Pick<ConsoleAnswer, 'failure' | 'token'>> {
  const { session, client } = parts;
  if (call.call === 'login') {
    const renewed = await session.renewToken(client.login);
    return renewed.ok ? { failure: null, token: renewed.value } : { failure: renewed.failure, token: null };
  }
  const outcome = await (isWrite(call)
    ? write(call, createSubUserActions(parts))
    : session.call<unknown>((who) => read(call, client, who)));
  return { failure: outcome.ok ? null : outcome.failure, token: null };
}

type Read = Exclude<ConsoleCall, ConsoleWrite | { call: 'login' }>;

/** Sends a write as the forms do: checked, once, and settled by the list if its answer is unclear. */
function write(
  call: ConsoleWrite,
  actions: ReturnType<typeof createSubUserActions>,
): Promise<Outcome<unknown, CommandFailure>> {
  switch (call.call) {
    case 'createSubUser':
      return actions.createSubUser(call.subUser);
    case 'updateSubUser':
      return actions.updateSubUser({ id: call.id, changes: call.changes, seen: call.seen });
    case 'deleteSubUser':
      return actions.deleteSubUser({ id: call.id });
  }
}

function read(
  call: Read,
  client: OxylabsClient,
  who: Parameters<OxylabsClient['monthTotal']>[0],
): Promise<Outcome<unknown>> {
  switch (call.call) {
    case 'listSubUsers':
      return client.listSubUsers(who);
    case 'monthTotal':
      return client.monthTotal(who);
    case 'subUserUsage':
      return client.subUserUsage(who, call.id, call.query);
    case 'targetUsage':
      return client.targetUsage(who, call.id, call.date);
  }
}

/** Returns the client with a recorder of these calls alone. */
function recordedClient(client: OxylabsClient, recorder: Recorder): OxylabsClient {
  return {
    login: (username, password) => client.login(username, password, { recorder }),
    listSubUsers: (who, options) => client.listSubUsers(who, { ...options, recorder }),
    createSubUser: (who, subUser, options) => client.createSubUser(who, subUser, { ...options, recorder }),
    updateSubUser: (who, id, changes, options) =>
      client.updateSubUser(who, id, changes, { ...options, recorder }),
    deleteSubUser: (who, id, options) => client.deleteSubUser(who, id, { ...options, recorder }),
    subUserUsage: (who, id, query, options) => client.subUserUsage(who, id, query, { ...options, recorder }),
    targetUsage: (who, id, date, options) => client.targetUsage(who, id, date, { ...options, recorder }),
    monthTotal: (who, options) => client.monthTotal(who, { ...options, recorder }),
  };
}

/** Opens a recorder that keeps the last request: after a refused token, a call is sent again. */
function openSink() {
  let tries: TryView[] = [];
  let answer: ShownAnswer | null = null;
  const recorder: Recorder = {
    answerChars: consoleAnswerChars,
    begin() {
      tries = [];
      answer = null;
      return {
        tried(view, shown) {
          tries.push(view);
          answer = shown;
        },
        ended() {},
      };
    },
  };
  return { recorder, last: () => ({ tries, answer }) };
}
