import type { Plugin } from 'vite';

const contract = /\/electron\/contract\/[^/]+\.ts$/;
const library = /\/node_modules\/zod\//;

/**
 * Leaves the schemas of the contract out of the windows, and zod with them: 60 kB that each window would read at its start.
 * Main checks what crosses; a window uses the contract's types, constants and functions.
 */
export function noWindowSchemas(): Plugin {
  return {
    name: 'no-window-schemas',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    transform: {
      filter: { id: contract },
      handler(code) {
        let pure = code;
        // The bundler drops a value that nothing uses, if this says that making it does nothing else.
        for (const { start, end } of valuesIn(this.parse(code)).reverse())
          pure = `${pure.slice(0, start)}/* @__PURE__ */ (() => (${pure.slice(start, end)}))()${pure.slice(end)}`;
        return { code: pure, map: null };
      },
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        const found = file.type === 'chunk' && file.moduleIds.some((id) => library.test(id));
        if (found) this.error('A window uses a schema of electron/contract/. Use a function or a constant.');
      }
    },
  };
}

type Place = { start: number; end: number };
type Statement = {
  type: string;
  declaration?: Statement | null;
  declarations?: { init?: (Place & { type: string }) | null }[];
};

/** Returns where a module's constants are made by calls. */
function valuesIn({ body }: { body: unknown }): Place[] {
  return (body as Statement[]).flatMap((statement) => {
    const { declarations = [] } = statement.declaration ?? statement;
    return declarations.flatMap(({ init }) =>
      init != null && /^(?:Call|Object)Expression$/.test(init.type) ? [init] : [],
    );
  });
}
