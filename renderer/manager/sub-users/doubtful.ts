/** From here on a limit looks like a number of bytes that was typed for GB. */
export const doubtfulGb = 1_000_000;
