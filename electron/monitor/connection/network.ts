import type { Duplex } from 'node:stream';

/** The names on a certificate, and whether the asked one is among them. */
export type CertificateNames = { names: string[]; covers: boolean };

/** What a try needs of the network. Each call rejects with the system's coded error, and ends with its signal. */
export type ProxyNetwork = {
  connect(host: string, port: number, signal: AbortSignal): Promise<Duplex>;
  /** Speaks TLS on an open connection, and accepts only a certificate of that name. */
  secure(socket: Duplex, serverName: string, signal: AbortSignal): Promise<Duplex>;
  /** Reads which names a trusted certificate has, and closes the connection. */
  certificateNames(socket: Duplex, serverName: string, signal: AbortSignal): Promise<CertificateNames>;
};

/** An answer about a name. `missing`: there is no such name. `none`: it has no such record. */
export type NameAnswer = { kind: 'found'; values: string[] } | { kind: 'none' | 'missing' | 'silent' };

/** Asks the system's resolver. No call throws. */
export type NameResolver = {
  alias(name: string): Promise<NameAnswer>;
  addresses(name: string): Promise<NameAnswer>;
};

/** How long each part may take, in milliseconds. */
export type TryLimits = {
  dnsMs: number;
  connectMs: number;
  tlsMs: number;
  tunnelMs: number;
  answerMs: number;
};

/** A bad place takes its time to find an exit; a user at a dialog does not wait for a minute. */
export const usualLimits: TryLimits = {
  dnsMs: 15_000,
  connectMs: 10_000,
  tlsMs: 10_000,
  tunnelMs: 30_000,
  answerMs: 20_000,
};
