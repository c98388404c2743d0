/** Figures with their unit. */
export const units = {
  gb: '{amount} GB',
  mb: '{amount} MB',
  tb: '{amount} TB',
  pb: '{amount} PB',
  under: '< {amount}',
  of: '{used} of {limit}',
} as const;
