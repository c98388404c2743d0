import type { Duplex } from 'node:stream';
import { isRefusal, type RefusalName, refusals } from './answers.ts';
import { exactReader } from './exact-reader.ts';
import type { ProxyRequest, Verdict } from './login.ts';

const version = 5;
const byPassword = 2;
const byName = 3;

/** Speaks SOCKS5 with name and password (RFC 1928, 1929) up to the tunnel. A refusal has a number and no words. */
export async function acceptSocks(
  socket: Duplex,
  judge: (request: ProxyRequest) => Verdict,
): Promise<Verdict | null> {
  const read = exactReader(socket);
  const text = async () => (await read((await read(1))[0] ?? 0)).toString('utf8');
  const [, methods = 0] = await read(2);
  if (!(await read(methods)).includes(byPassword)) return refuse(socket, version, 0xff);
  socket.write(Buffer.of(version, byPassword));

  await read(1);
  const login = await text();
  const password = await text();
  // Only the login counts here: the target comes later.
  const early = judge({ login, password, host: '', port: 443 });
  if (early.kind === 'refused' && refusals[early.why].status === 407) return refuse(socket, 1, 1);
  socket.write(Buffer.of(1, 0));

  const [, , , kind] = await read(4);
  const host = kind === byName ? await text() : '';
  const port = (await read(2)).readUInt16BE();
  const verdict = judge({ login, password, host, port });
  const answer = (number: number) => [version, number, 0, 1, 0, 0, 0, 0, 0, 0];
  const refusal = refusalIn(verdict);
  if (refusal !== null) return refuse(socket, ...answer(numberOf(refusal)));
  socket.write(Buffer.of(...answer(0)));
  return verdict;
}

function refuse(socket: Duplex, ...bytes: number[]): null {
  socket.end(Buffer.of(...bytes));
  return null;
}

function refusalIn(verdict: Verdict): RefusalName | null {
  if (verdict.kind === 'refused') return verdict.why;
  return verdict.fault !== null && isRefusal(verdict.fault) ? verdict.fault : null;
}

function numberOf(refusal: RefusalName): number {
  if (refusal === 'restricted') return 2;
  const { status } = refusals[refusal];
  return status === 504 ? 4 : 1;
}
