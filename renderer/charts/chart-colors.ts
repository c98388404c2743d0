/** The colours of a plot, as the canvas takes them. */
export type ChartColors = {
  line: string;
  pastDay: string;
  ceiling: string;
  hint: string;
  grid: string;
  ground: string;
  fan: string;
  fanEdge: string;
};

/**
 * Reads the theme's tokens through an element of the page, which resolves them to what is shown: by scheme, contrast and
 * forced colours. A canvas follows none of these by itself.
 */
export function readChartColors(element: HTMLElement): ChartColors {
  const probe = document.createElement('span');
  probe.className = 'chart-probe';
  element.append(probe);
  const token = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const line = token('--chart-1');
  const colors = {
    line,
    pastDay: token('--chart-2'),
    ceiling: token('--text'),
    hint: token('--text-3'),
    grid: token('--line'),
    ground: token('--surface'),
    fan: token('--fan'),
    fanEdge: withAlpha(line, 0.4),
  };
  probe.remove();
  return colors;
}

/** Returns a computed colour, `rgb(1, 2, 3)`, with an opacity. */
export function withAlpha(color: string, alpha: number): string {
  const parts = color.match(/[\d.]+/g)?.slice(0, 3);
  return parts?.length === 3 ? `rgba(${parts.join(', ')}, ${alpha})` : color;
}
