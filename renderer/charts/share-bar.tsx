/** Draws a share of the largest in a list. It is hidden from screen readers, since the number stands beside it. */
export function ShareBar({ share }: { share: number }) {
  return (
    <span className="share-bar" aria-hidden="true">
      <span
        className="share-bar-fill"
        style={{ display: 'block', width: `${Math.min(Math.max(share, 0), 1) * 100}%` }}
      />
    </span>
  );
}
