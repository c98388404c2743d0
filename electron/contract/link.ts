import { z } from 'zod';

/** The pages outside that a window may have opened. It names one, and never gives an address. */
export const linkNameSchema = z.enum(['dashboard']);
export type LinkName = z.infer<typeof linkNameSchema>;
