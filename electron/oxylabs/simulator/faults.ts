import type { SimulatorAnswer, SimulatorRequest } from './routes.ts';

/** What can be made to go wrong with an answer. A write is done before its answer is harmed, as in real life. */
export type Fault =
  | { kind: 'latency'; delayMs: number }
  /** The request is not done at all: 401, 403, 429, 5xx. */
  | { kind: 'refuse'; status: number; body?: string; headers?: Record<string, string> }
  /** Done, but the answer says this: HTML, malformed or hostile JSON. */
  | { kind: 'garble'; body: string; status?: number; headers?: Record<string, string> }
  | { kind: 'cut'; at: 'before-headers' | 'in-body' }
  /** A byte each so many milliseconds. */
  | { kind: 'slow-body'; byteEveryMs: number };

export type FaultSwitch = {
  fault: Fault;
  /** Only requests whose `METHOD /path` it fits; all where absent. */
  on?: RegExp;
  /** So many requests; until cleared where absent. */
  times?: number;
};

/** An answer with the way in which it is delivered. */
export type Delivery = SimulatorAnswer & {
  headers: Record<string, string>;
  delayMs: number;
  cut: 'before-headers' | 'in-body' | null;
  byteEveryMs: number | null;
};

/** The faults that are switched on at present. */
export class Faults {
  #switches: { fault: Fault; on: RegExp; left: number }[] = [];

  add({ fault, on = /^/, times = Number.POSITIVE_INFINITY }: FaultSwitch): void {
    this.#switches.push({ fault, on, left: times });
  }

  clear(): void {
    this.#switches = [];
  }

  /** Answers a request through all faults that fit it. */
  deliver(request: SimulatorRequest, answer: () => SimulatorAnswer): Delivery {
    const faults = this.#take(`${request.method} ${request.path}`);
    const refusal = faults.find((fault) => fault.kind === 'refuse');
    const honest =
      refusal === undefined
        ? answer()
        : { status: refusal.status, body: refusal.body ?? '{"error":"Fault"}' };
    const whole: Delivery = {
      ...honest,
      headers: { 'Content-Type': 'application/json', ...refusal?.headers },
      delayMs: 0,
      cut: null,
      byteEveryMs: null,
    };
    return faults.reduce(harm, whole);
  }

  #take(line: string): Fault[] {
    const taken = this.#switches.filter((each) => each.left > 0 && each.on.test(line));
    for (const each of taken) each.left -= 1;
    return taken.map((each) => each.fault);
  }
}

function harm(delivery: Delivery, fault: Fault): Delivery {
  switch (fault.kind) {
    case 'latency':
      return { ...delivery, delayMs: delivery.delayMs + fault.delayMs };
    case 'refuse':
      return delivery;
    case 'garble': {
      const { body, status = delivery.status, headers } = fault;
      return { ...delivery, body, status, headers: { ...delivery.headers, ...headers } };
    }
    case 'cut':
      return { ...delivery, cut: fault.at };
    case 'slow-body':
      return { ...delivery, byteEveryMs: fault.byteEveryMs };
  }
}
