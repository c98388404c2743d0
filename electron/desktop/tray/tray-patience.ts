/** After this time without a tray host the user sees a window instead. A panel that restarts is back sooner. */
const restartMs = 10_000;
/** Sessions start their panel in any order, and slowly on a cold disk. */
const loginMs = 30_000;

/**
 * Hands on that a tray is shown at once, and that none is only when it lasts. A start by hand without a tray is answered at
 * once, because its user waits for something to appear.
 */
export function patientWithTray(
  hidden: boolean,
  after: (delayMs: number, run: () => void) => () => void,
  onChange: (shown: boolean) => void,
): (shown: boolean) => void {
  let isFirst = true;
  let cancel = () => {};
  return (shown) => {
    cancel();
    const waitMs = isFirst ? (hidden ? loginMs : 0) : restartMs;
    isFirst = false;
    if (shown || waitMs === 0) onChange(shown);
    else cancel = after(waitMs, () => onChange(false));
  };
}
