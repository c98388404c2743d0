import { useRef, useState } from 'react';
import { useMove } from 'react-aria/useMove';
import { say } from '../../../../electron/text/say.ts';
import { bridge } from '../../../state/bridge.ts';
import { useMirror } from '../../mirror.ts';

const leastPx = 320;
const mostPx = 560;
const stepPx = 16;

/** Returns the width of the details, and the handle at their edge that changes it. */
export function usePanelWidth() {
  const savedPx = useMirror(({ settings }) => settings.subUserPanelPx);
  const [draggedPx, setDraggedPx] = useState<number | null>(null);
  const widthPx = draggedPx ?? savedPx;
  return { widthPx, edge: <PanelEdge widthPx={widthPx} savedPx={savedPx} onDrag={setDraggedPx} /> };
}

type PanelEdgeProps = { widthPx: number; savedPx: number; onDrag: (widthPx: number | null) => void };

function PanelEdge({ widthPx, savedPx, onDrag }: PanelEdgeProps) {
  const moving = useRef(widthPx);
  const { moveProps } = useMove({
    onMoveStart() {
      moving.current = widthPx;
    },
    onMove({ deltaX, pointerType }) {
      moving.current -= pointerType === 'keyboard' ? deltaX * stepPx : deltaX;
      onDrag(within(moving.current));
    },
    onMoveEnd() {
      const subUserPanelPx = within(moving.current);
      if (subUserPanelPx === savedPx) return onDrag(null);
      void bridge.command('changeSettings', { subUserPanelPx }).then(() => onDrag(null));
    },
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is a separator with a value.
    <div
      {...moveProps}
      className="panel-edge"
      role="separator"
      tabIndex={0}
      aria-label={say('panel.resize')}
      aria-orientation="vertical"
      aria-valuemin={leastPx}
      aria-valuemax={mostPx}
      aria-valuenow={widthPx}
    />
  );
}

function within(widthPx: number): number {
  return Math.round(Math.min(Math.max(widthPx, leastPx), mostPx));
}
