/** One sample of Prometheus' text format. */
export type PrometheusSample = { name: string; labels: Record<string, string>; value: number };

const comment = /^# (HELP|TYPE) ([a-z_]+) (.+)$/;
const sample = /^([a-z_]+)\{((?:[a-z_]+="(?:[^"\\\n]|\\[\\"n])*",?)*)\} (\S+)$/;
const label = /([a-z_]+)="((?:[^"\\\n]|\\[\\"n])*)"/g;

/**
 * Reads Prometheus' text format as its documentation describes it, and throws for what breaks it: an unknown line, a sample
 * without HELP and TYPE before it, one twice, or no line break at the end.
 */
export function readPrometheus(text: string): PrometheusSample[] {
  if (text !== '' && !text.endsWith('\n')) throw new Error('No line break at the end.');
  const described = new Map<string, Set<string>>();
  const seen = new Set<string>();
  return text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      const [, kind, of] = comment.exec(line) ?? [];
      if (kind !== undefined && of !== undefined) {
        const kinds = described.get(of) ?? new Set();
        if (kinds.has(kind)) throw new Error(`${kind} of ${of} twice.`);
        described.set(of, kinds.add(kind));
        return [];
      }
      const [, name, labels, number] = sample.exec(line) ?? [];
      if (name === undefined || labels === undefined) throw new Error(`Unreadable: ${line}`);
      if (described.get(name)?.size !== 2) throw new Error(`${name} is not described.`);
      if (seen.has(`${name}{${labels}}`)) throw new Error(`${name}{${labels}} twice.`);
      seen.add(`${name}{${labels}}`);
      const value = Number(number);
      if (!Number.isFinite(value)) throw new Error(`No number: ${line}`);
      return [{ name, labels: labelsFrom(labels), value }];
    });
}

function labelsFrom(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(label)].map(([, name = '', value = '']) => [name, plain(value)]),
  );
}

function plain(value: string): string {
  return value.replaceAll(/\\(.)/g, (_whole, letter) => (letter === 'n' ? '\n' : letter));
}
