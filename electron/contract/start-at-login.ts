import { z } from 'zod';

/**
 * Says whether the app starts with the session. `own-file`: the user has an autostart entry of that name, which is left
 * alone; `unavailable` in the demo.
 */
export const startAtLoginSchema = z.enum(['on', 'off', 'own-file', 'unavailable']);
export type StartAtLogin = z.infer<typeof startAtLoginSchema>;
