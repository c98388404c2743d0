import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Bridge } from '../../../electron/contract/bridge.ts';
import type { CommandFailure, Outcome } from '../../../electron/contract/failure.ts';
import { sentChange } from '../../../electron/contract/sent-change.ts';
import type { SentChange, Snapshot, SnapshotChange } from '../../../electron/contract/snapshot.ts';
import { snapshotOf } from '../../../renderer/gallery/snapshot.ts';
import type { useMirror } from '../../../renderer/popover/mirror.ts';
import { openMirror } from '../../../renderer/state/mirror.ts';
import { contentOrFault } from '../../../renderer/ui/mount.tsx';

/** Returns a bridge whose answer and changes the test controls. */
function bridgeOf(answer: Promise<Outcome<SentChange, CommandFailure>>) {
  const listeners: ((change: SentChange) => void)[] = [];
  const bridge: Bridge = {
    command: () => answer as Promise<never>,
    onChange(listener) {
      listeners.push(listener);
      return () => {};
    },
  };
  const send = (change: SnapshotChange) => {
    for (const listener of listeners) listener(sentChange(change));
  };
  return { bridge, send };
}

const { session, traffic, subUsers } = snapshotOf();
const answered = (revision: number, slices: Partial<Snapshot>) =>
  Promise.resolve({ ok: true as const, value: sentChange({ revision, slices }) });
const busy = (refreshing: boolean) => ({ traffic: { ...traffic, refreshing } });

/** Returns what a component reads, in one render. */
function readBy<Value>(hook: () => Value): Value {
  const values: Value[] = [];
  function Reader() {
    values.push(hook());
    return null;
  }
  renderToStaticMarkup(<Reader />);
  return values[0] as Value;
}

test('every slice is there from the first render on, and changes are taken in', async () => {
  const { bridge, send } = bridgeOf(answered(4, { session, traffic }));
  const mirror = openMirror(['session', 'traffic'], bridge);
  expect(() => readBy(() => mirror.useMirror(({ traffic }) => traffic))).toThrow(
    'before its mirror was open',
  );
  expect(await mirror.opened).toBeNull();
  const refreshing = () => readBy(() => mirror.useMirror(({ traffic }) => traffic.refreshing));
  expect(refreshing()).toBe(false);
  send({ revision: 5, slices: busy(true) });
  expect(refreshing()).toBe(true);
  send({ revision: 3, slices: busy(false) });
  expect(refreshing(), 'an older revision is dropped').toBe(true);
});

test('a change that arrives before the answer is not lost, and an older one does not undo the answer', async () => {
  const { bridge, send } = bridgeOf(answered(4, { traffic, subUsers }));
  const mirror = openMirror(['traffic', 'subUsers'], bridge);
  send({ revision: 3, slices: busy(true) });
  send({
    revision: 5,
    slices: {},
    subUserRows: { changed: [], removed: [], setAside: 2, readAt: 7 },
  });
  await mirror.opened;
  expect(readBy(() => mirror.useMirror(({ traffic }) => traffic.refreshing))).toBe(false);
  expect(readBy(() => mirror.useMirror(({ subUsers }) => subUsers))).toMatchObject({
    setAside: 2,
    readAt: 7,
  });
});

test('a slice that was not asked for stays out of the mirror', async () => {
  const { bridge, send } = bridgeOf(answered(1, { session }));
  const mirror = openMirror(['session'], bridge);
  await mirror.opened;
  send({ revision: 2, slices: busy(true) });
  expect(readBy(() => mirror.useMirror(Object.keys))).toEqual(['session']);
});

test('a refused, broken or incomplete subscription is shown in the window', async () => {
  const refused = bridgeOf(Promise.resolve({ ok: false, failure: { kind: 'forbidden-sender' } })).bridge;
  const broken = bridgeOf(Promise.reject(new Error('No handler registered'))).bridge;
  const incomplete = bridgeOf(answered(1, {})).bridge;
  for (const bridge of [refused, broken, incomplete]) {
    const failure = await openMirror(['session'], bridge).opened;
    const page = renderToStaticMarkup(contentOrFault(<p>content</p>, failure));
    expect(page).toContain('role="alert"');
    expect(page).toContain('Something went wrong inside Oxygauge. Reload this window, or restart Oxygauge.');
    expect(page).toContain('Reload</button>');
    expect(page).not.toContain('content');
  }
  expect(renderToStaticMarkup(contentOrFault(<p>content</p>, null))).toBe('<p>content</p>');
});

test('a component of the popover cannot read a slice that the popover does not mirror', () => {
  type PopoverMirror = Parameters<Parameters<typeof useMirror>[0]>[0];
  const read = (mirror: PopoverMirror) => {
    // @ts-expect-error The popover does not subscribe to `job`.
    void mirror.job;
    return mirror.traffic;
  };
  expect(read({ traffic } as PopoverMirror)).toBe(traffic);
});
