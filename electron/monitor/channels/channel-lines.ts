import { z } from 'zod';
import { countSchema, keySchema, momentSchema } from '../../contract/bounds.ts';
import { channelAnswerSchema } from '../../contract/channel.ts';
import { type WaitingEvent, waitingEventSchema } from './channel-event.ts';

/** The most events that wait for a channel. The oldest is lost for a newer one. */
export const mostWaiting = 200;
/** The ids of the last events are remembered, so that none is sent twice. */
const mostSeen = 500;

/** Holds what is known of a channel: what waits for it, the message under way, and how the last ones went. */
export const channelStateSchema = z.object({
  waiting: z.array(waitingEventSchema).max(mostWaiting),
  /** A message that was tried: its events are the first that wait. `nextAt` is null while a try is under way. */
  message: z
    .object({ id: keySchema, count: countSchema, tries: countSchema, nextAt: momentSchema.nullable() })
    .nullable(),
  seen: z.array(keySchema).max(mostSeen),
  sentAt: momentSchema.nullable(),
  failingSince: momentSchema.nullable(),
  /** Whether the desktop showed that it fails. */
  notified: z.boolean(),
  answer: channelAnswerSchema.nullable(),
  lost: countSchema,
  unclear: countSchema,
});
export type ChannelState = z.infer<typeof channelStateSchema>;

const freshState: ChannelState = {
  waiting: [],
  message: null,
  seen: [],
  sentAt: null,
  failingSince: null,
  notified: false,
  answer: null,
  lost: 0,
  unclear: 0,
};

const ofChannel = { channel: keySchema, at: momentSchema };

/** Lists the lines of the file, which are appended in the order in which things happen. */
export const channelLineSchema = z.discriminatedUnion('line', [
  /** Opens a file that was shortened. */
  z.object({ line: z.literal('state'), ...ofChannel, state: channelStateSchema }),
  z.object({ line: z.literal('event'), ...ofChannel, event: waitingEventSchema }),
  /** A try begins, of a message with the first events. */
  z.object({ line: z.literal('begun'), ...ofChannel, message: keySchema, count: countSchema }),
  /** What came of it. Without a next try, the message is over. */
  z.object({
    line: z.literal('ended'),
    ...ofChannel,
    message: keySchema,
    answer: channelAnswerSchema,
    nextAt: momentSchema.nullable(),
  }),
  z.object({ line: z.literal('tested'), ...ofChannel, answer: channelAnswerSchema }),
  z.object({ line: z.literal('notified'), ...ofChannel }),
]);
export type ChannelLine = z.infer<typeof channelLineSchema>;
type LineOf<Kind extends ChannelLine['line']> = Extract<ChannelLine, { line: Kind }>;

/** Returns what a line makes of a channel. */
export function stateAfter(state: ChannelState = freshState, line: ChannelLine): ChannelState {
  switch (line.line) {
    case 'state':
      return line.state;
    case 'event':
      return withEvent(state, line.event);
    case 'begun': {
      const tries = state.message?.id === line.message ? state.message.tries + 1 : 1;
      return { ...state, message: { id: line.message, count: line.count, tries, nextAt: null } };
    }
    case 'ended':
      return withEnd(state, line);
    case 'tested':
      return withAnswer(state, line);
    case 'notified':
      return { ...state, notified: true };
  }
}

function withEvent(state: ChannelState, event: WaitingEvent): ChannelState {
  if (state.seen.includes(event.id)) return state;
  const seen = [...state.seen, event.id].slice(-mostSeen);
  const waiting = [...state.waiting, event];
  if (waiting.length <= mostWaiting) return { ...state, seen, waiting };
  // Those of a message under way stay, since its next try must be the same.
  waiting.splice(state.message?.count ?? 0, 1);
  return { ...state, seen, waiting, lost: state.lost + 1 };
}

function withEnd(state: ChannelState, line: LineOf<'ended'>): ChannelState {
  const { message } = state;
  const next = withAnswer(state, line);
  if (message?.id !== line.message) return next;
  if (line.nextAt !== null) return { ...next, message: { ...message, nextAt: line.nextAt } };
  const { kind } = line.answer;
  const count = Math.min(message.count, state.waiting.length);
  return {
    ...next,
    message: null,
    waiting: state.waiting.slice(count),
    lost: state.lost + (kind === 'sent' || kind === 'unknown' ? 0 : count),
    unclear: state.unclear + (kind === 'unknown' ? count : 0),
  };
}

function withAnswer(
  state: ChannelState,
  { answer, at }: Pick<LineOf<'tested'>, 'answer' | 'at'>,
): ChannelState {
  if (answer.kind === 'sent') return { ...state, answer, sentAt: at, failingSince: null, notified: false };
  return { ...state, answer, failingSince: state.failingSince ?? at };
}
