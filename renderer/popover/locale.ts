import { useMirror } from './mirror.ts';

/** Returns the locale of numbers and days. */
export function useLocale(): string {
  return useMirror(({ environment }) => environment.locale);
}
