/** Draws the app's logo: the gauge of the tray. All other icons are lucide's. */
export function GaugeIcon({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth={2.4}
      strokeLinecap="round"
      aria-hidden="true"
      className={className}
      role="presentation"
    >
      <path d="M4.4 13.6a6.5 6.5 0 1 1 9.2 0" opacity={0.35} />
      <path d="M4.4 13.6A6.5 6.5 0 1 1 13.2 4" />
      <circle cx={9} cy={9} r={1.4} fill="currentColor" stroke="none" />
    </svg>
  );
}
