import { z } from 'zod';

/** Lists the web pages that a window can have opened. It sends a name, never an address. */
export const linkNameSchema = z.enum(['dashboard', 'releases']);
export type LinkName = z.infer<typeof linkNameSchema>;
