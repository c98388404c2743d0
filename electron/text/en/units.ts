/** Figures with their unit. */
export const units = {
  gb: '{amount} GB',
  mb: '{amount} MB',
  pb: '{amount} PB',
  under: '< {amount}',
  of: '{used} of {limit}',
} as const;
