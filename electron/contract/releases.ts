import { z } from 'zod';

/** Whether Oxygauge looks once a day if there is a newer version. It does not before the user answered the question. */
export const versionCheckSchema = z.enum(['unasked', 'on', 'off']);

/** A version of a release: three numbers. */
export const versionSchema = z.string().regex(/^(0|[1-9]\d{0,3})(\.(0|[1-9]\d{0,3})){2}$/);

/** Describes what is known about newer versions. */
export const releasesViewSchema = z.object({
  /** Why this build cannot look; null if it can. */
  unavailable: z.enum(['no-key', 'left-out', 'demo']).nullable(),
  newer: z
    .object({
      version: versionSchema,
      /** Installs the package that was downloaded; null where that is not done by a command. */
      command: z.string().max(200).nullable(),
    })
    .nullable(),
});
export type ReleasesView = z.infer<typeof releasesViewSchema>;
