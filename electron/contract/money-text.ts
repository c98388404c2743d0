import { z } from 'zod';

/** An ISO 4217 code that this runtime can write, like `USD`. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'No currency of that name is known.');

/** An amount for people: `$846.76`. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
}

/** One that is a guess, without the digits that it does not have: `$1,076`. */
export function formatRoughMoney(amount: number, currency: string, locale: string): string {
  if (amount < 10) return formatMoney(amount, currency, locale);
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    amount,
  );
}
