/** The parameters of a place, the narrowest first. */
const places = ['ASN', 'postalcode', 'city', 'st', 'cc', 'cn'];

type Parameter = { name: string; value: string };

/** Returns the login with another session, or null if it has none: then each request has a new exit anyway. */
export function withNewSession(login: string, id: string): string | null {
  const { owner, parameters } = read(login);
  if (!parameters.some(isSession)) return null;
  return written(
    owner,
    parameters.map((each) => (isSession(each) ? { ...each, value: id } : each)),
  );
}

/** Returns the login without the narrowest part of its place, or null if it has no place. */
export function withWiderPlace(login: string): string | null {
  const { owner, parameters } = read(login);
  const narrowest = places.find((place) => parameters.some(({ name }) => name === place));
  if (narrowest === undefined) return null;
  return written(
    owner,
    parameters.filter(({ name }) => name !== narrowest),
  );
}

/** A strict session never changes to another exit. */
function isSession({ name }: Parameter): boolean {
  return name === 'sessid' || name === 'sessid_oneip';
}

function read(login: string): { owner: string; parameters: Parameter[] } {
  const words = login.split('-');
  const count = words[0] === 'customer' ? 2 : 1;
  const rest = words.slice(count);
  const parameters: Parameter[] = [];
  for (let at = 0; at < rest.length; at += 2) {
    parameters.push({ name: rest[at] ?? '', value: rest[at + 1] ?? '' });
  }
  return { owner: words.slice(0, count).join('-'), parameters };
}

function written(owner: string, parameters: readonly Parameter[]): string {
  return [owner, ...parameters.flatMap(({ name, value }) => [name, value])].join('-');
}
