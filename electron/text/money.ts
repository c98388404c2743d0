/** Formats an amount: `$846.76`. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
}

/** Formats an estimated amount, without the digits that it does not have: `$1,076`. */
export function formatRoughMoney(amount: number, currency: string, locale: string): string {
  if (amount < 10) return formatMoney(amount, currency, locale);
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    amount,
  );
}
