type Policies = {
  createPolicy(name: 'default', rules: { createHTML(text: string): string | null }): unknown;
};

/**
 * The page's policy lets no text become markup. React Aria's announcer for screen readers empties its elements by an
 * empty `innerHTML`: that, and nothing else, is let through.
 */
export function allowEmptyMarkup(): void {
  const { trustedTypes } = window as unknown as { trustedTypes?: Policies };
  trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) });
}
