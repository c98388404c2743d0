/** Line icons, drawn for this app on a grid of 18; each takes the colour of its text. */
type IconProps = { className?: string };

const line = {
  viewBox: '0 0 18 18',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  'aria-hidden': true,
} as const;

export function RefreshIcon({ className }: IconProps) {
  return (
    <svg {...line} className={className} role="presentation">
      <path d="M15 9a6 6 0 1 1-1.8-4.3M15 2v3.2h-3.2" />
    </svg>
  );
}

/** The app's own sign: the gauge of the tray. */
export function GaugeIcon({ className }: IconProps) {
  return (
    <svg {...line} className={className} role="presentation" strokeWidth={2.4}>
      <path d="M4.4 13.6a6.5 6.5 0 1 1 9.2 0" opacity={0.35} />
      <path d="M4.4 13.6A6.5 6.5 0 1 1 13.2 4" />
      <circle cx={9} cy={9} r={1.4} fill="currentColor" stroke="none" />
    </svg>
  );
}
