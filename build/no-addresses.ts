/**
 * Replaces the address library of the SOCKS client in the bundle, most of its size: Oxygauge asks for a host by its name,
 * and does not read at which address the proxy says that it listens.
 */
export class Address4 {
  constructor() {
    throw unexpected();
  }
}

export class Address6 {
  constructor() {
    throw unexpected();
  }

  static fromByteArray() {
    return { canonicalForm: () => '::' };
  }
}

function unexpected(): Error {
  return new Error('Oxygauge is bundled without addresses for SOCKS: see vite.config.ts.');
}
