/** A request as it reaches the simulated service, whatever carried it. */
export type SimulatorRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string;
  body: string;
};
export type SimulatorAnswer = { status: number; body: string };

/** Returns an answer with a JSON body. */
export function json(status: number, body: unknown): SimulatorAnswer {
  return { status, body: JSON.stringify(body) };
}

/** Returns the vendor's error body. */
export function refuse(status: number, error: string): SimulatorAnswer {
  return json(status, { error });
}
