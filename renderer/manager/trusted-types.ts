type Policies = {
  createPolicy(name: 'default', rules: { createHTML(text: string): string | null }): unknown;
};

/**
 * Allows the empty `innerHTML` with which React Aria's announcer for screen readers clears its elements. The page's policy
 * allows no other text to become markup.
 */
export function allowEmptyMarkup(): void {
  const { trustedTypes } = window as unknown as { trustedTypes?: Policies };
  trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) });
}
