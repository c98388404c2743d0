import uPlot from 'uplot';

let measuring: CanvasRenderingContext2D | null = null;

/** Returns the width of a text in CSS pixels, in semibold. */
export function widthOf(text: string, font: string): number {
  measuring ??= document.createElement('canvas').getContext('2d');
  if (measuring === null) return text.length * 7;
  measuring.font = `600 ${font}`;
  return Math.ceil(measuring.measureText(text).width);
}

/** Returns a font in the canvas's pixels, which are the device's. */
export function scaledFont(font: string): string {
  return font.replace(/(\d+)px/, (_all, size) => `${Number(size) * uPlot.pxRatio}px`);
}
