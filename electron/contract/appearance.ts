import { z } from 'zod';

export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;

/** The bundled Inter, or the font of the desktop. */
export const fontSchema = z.enum(['inter', 'system']);
export type Font = z.infer<typeof fontSchema>;

/** How close the rows of a grid are. */
export const densitySchema = z.enum(['compact', 'normal', 'roomy']);
export type Density = z.infer<typeof densitySchema>;

/** The height of a grid's row in CSS pixels. */
export const rowHeightsPx = { compact: 28, normal: 32, roomy: 40 } as const satisfies Record<Density, number>;

/** The smallest and the largest text, in percent of the usual size, and the step of the zoom keys. */
export const textSizes = { least: 80, most: 200, step: 10, usual: 100 } as const;

export const textSizeSchema = z.number().min(textSizes.least).max(textSizes.most);

/** Returns the text size after a zoom key, within its bounds. */
export function steppedTextSize(percent: number, steps: 1 | -1): number {
  return Math.max(textSizes.least, Math.min(percent + steps * textSizes.step, textSizes.most));
}
