import type { ApiFailure } from '../../../electron/contract/failure.ts';
import type { network } from '../../matrix/network.ts';
import {
  bigBody,
  captivePortal,
  dripping,
  gzipBomb,
  lengthTooLong,
  lengthTooShort,
  resetInBody,
  resetInHeaders,
  silence,
} from './broken-answers.ts';
import type { Harm } from './simulator-server.ts';

/** Describes a fault that a server causes, and how the app reports it. */
export type AnswerFault = {
  id: keyof typeof network.faults;
  by: Harm;
  failure: ApiFailure;
  /** What the user reads. */
  says: RegExp;
  /** How often a read is sent. */
  tries: 1 | 3;
  /** Only a time limit ends it. */
  endless?: true;
};

const cut = {
  failure: { kind: 'unreachable', reason: 'connection-lost' },
  says: /connection was cut before the answer was complete/,
  tries: 3,
} as const;
const late = {
  failure: { kind: 'timed-out' },
  says: /did not answer in time/,
  tries: 3,
  endless: true,
} as const;
const tooLarge = {
  failure: { kind: 'not-understood', reason: 'too-large' },
  says: /too large to be right/,
  tries: 1,
} as const;

export const answerFaults: readonly AnswerFault[] = [
  { id: 'reset-in-headers', by: resetInHeaders, ...cut },
  { id: 'reset-in-body', by: resetInBody, ...cut },
  { id: 'length-too-long', by: lengthTooLong, ...cut },
  {
    id: 'length-too-short',
    by: lengthTooShort,
    failure: { kind: 'not-understood', reason: 'not-json' },
    says: /in a way that Oxygauge does not understand/,
    tries: 1,
  },
  {
    id: 'captive-portal',
    by: captivePortal,
    failure: { kind: 'not-understood', reason: 'html' },
    says: /A sign-in page of this network may be in the way/,
    tries: 1,
  },
  { id: 'hang', by: silence, ...late },
  { id: 'drip', by: dripping, ...late },
  { id: 'big-body', by: (response, honest) => bigBody().by(response, honest), ...tooLarge },
  { id: 'gzip-bomb', by: gzipBomb, ...tooLarge },
];
