import type { SimulatorAnswer, SimulatorRequest } from './exchange.ts';

/** What can go wrong with an answer. A write is carried out before its answer is harmed, as in reality. */
export type Fault =
  | { kind: 'latency'; delayMs: number }
  /** Prevents the request: 401, 403, 429, 5xx. */
  | { kind: 'refuse'; status: number; body?: string; headers?: Record<string, string> }
  /** Carries the request out but answers this: HTML, malformed or hostile JSON. */
  | { kind: 'garble'; body: string; status?: number; headers?: Record<string, string> }
  | { kind: 'cut'; at: 'before-headers' | 'in-body' }
  /** Sends one byte at this interval. */
  | { kind: 'slow-body'; byteEveryMs: number };

export type FaultSwitch = {
  fault: Fault;
  /** Affects requests whose `METHOD /path` matches; all where absent. */
  on?: RegExp;
  /** The number of requests affected; all until `clear` where absent. */
  times?: number;
};

/** An answer and how it is delivered. */
export type Delivery = SimulatorAnswer & {
  headers: Record<string, string>;
  delayMs: number;
  cut: 'before-headers' | 'in-body' | null;
  byteEveryMs: number | null;
};

/** Holds the faults that are switched on. */
export class Faults {
  #switches: { fault: Fault; on: RegExp; left: number }[] = [];

  add({ fault, on = /^/, times = Number.POSITIVE_INFINITY }: FaultSwitch): void {
    this.#switches.push({ fault, on, left: times });
  }

  clear(): void {
    this.#switches = [];
  }

  /** Answers a request through all faults that match it. */
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
