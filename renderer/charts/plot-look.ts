import type uPlot from 'uplot';
import type { ChartColors } from './chart-colors.ts';

/** Returns the options of a plot for the colours and the font of its surroundings. */
export type PlotOptions = (look: PlotLook) => Omit<uPlot.Options, 'width' | 'height'>;
export type PlotLook = { colors: ChartColors; font: string };
