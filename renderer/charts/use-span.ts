import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Span, spanAfterKey, withinSteps } from './span.ts';

/** A press that moves less than this many pixels is a click. */
const dragPx = 4;

/** Holds the span that a drag, or Shift and the arrow keys, choose. Another label or number of steps ends it. */
export function useSpan(label: string, steps: number) {
  const [span, setSpan] = useState<Span | null>(null);
  const pressed = useRef<{ x: number; step: number } | null>(null);
  const dragging = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chart under the same frame has no span yet.
  useEffect(() => setSpan(null), [label, steps]);
  return {
    span,
    clear: () => setSpan(null),
    byKey(key: string, chosen: number | null): Span | null {
      const next = spanAfterKey(key, span, chosen, steps);
      if (next !== null) setSpan(next);
      return next;
    },
    press(event: PointerEvent, step: number | null) {
      if (event.button !== 0 || step === null || steps === 0) return;
      pressed.current = { x: event.clientX, step: withinSteps(step, steps) };
      dragging.current = false;
    },
    /** Returns whether the pointer is choosing a span. */
    drag(event: PointerEvent<Element>, step: number): boolean {
      const from = pressed.current;
      if (from === null) return false;
      if (!dragging.current && Math.abs(event.clientX - from.x) < dragPx) return false;
      if (!dragging.current) event.currentTarget.setPointerCapture(event.pointerId);
      dragging.current = true;
      const end = withinSteps(step, steps);
      setSpan((last) => (last?.anchor === from.step && last.end === end ? last : { anchor: from.step, end }));
      return true;
    },
    release() {
      pressed.current = null;
      dragging.current = false;
    },
  };
}
