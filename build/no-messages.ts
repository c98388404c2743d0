/**
 * Replaces zod's English messages in the bundles: Oxygauge reads the codes of its issues, and its own catalogue has the
 * words.
 */
export default function noMessages(): { localeError: () => undefined } {
  return { localeError: () => undefined };
}
