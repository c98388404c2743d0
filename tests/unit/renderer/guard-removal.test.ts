import { expect, test } from 'vitest';
import type { GuardRule } from '../../../electron/contract/guard.ts';
import type { Guarded, GuardReason } from '../../../electron/contract/guard-journal.ts';
import { type GuardHeldView, type GuardRuleView, noGuard } from '../../../electron/contract/guard-view.ts';
import { removalOf } from '../../../renderer/manager/guard/removal.ts';

const at = (limitGb: number, part: Partial<Guarded> = {}): Guarded => ({
  ...{ limit: { kind: 'gb', limitGb }, disablesAtLimit: true, status: 'active' },
  ...part,
});
const disabled = { status: 'disabled' } as const;
const held = (id: number, own: Guarded, left: Guarded, why: GuardReason[] = []): GuardHeldView => ({
  ...{ id, username: `crawler_${id}`, own, left, why, cap: null, packsLeftGb: null },
  paused: { limit: false, status: false },
});
const view = (kind: GuardRule['kind'], part: Partial<GuardRule> = {}, pulled: number[] = []) =>
  ({
    rule: { id: kind, kind, subUserIds: [7], ...part },
    setOff: pulled.length === 0 ? null : { at: 0, ids: pulled },
    waitsFor: null,
    asksFor: [],
    pausedIds: [],
  }) as unknown as GuardRuleView;

function removed(each: GuardRuleView, others: GuardRuleView[], ...of: GuardHeldView[]) {
  const guard = { ...noGuard, rules: [each, ...others], held: of, heldCount: of.length };
  return removalOf(each, guard, () => 12.5);
}

test('a limit that Guard set becomes the own one, and the others of the rule are untouched', () => {
  const cap = view('daily-cap', { subUserIds: [7, 8, 9] });
  const [changed, same] = [held(7, at(50), at(12.5)), held(8, at(5), at(5))];
  expect(removed(cap, [], changed, same)).toEqual({
    putBack: [{ id: 7, username: 'crawler_7', from: at(12.5), to: at(50) }],
    kept: [],
    untouched: [8, 9],
    unseen: 0,
  });
});

test('those that the window does not know are counted apart', () => {
  const cap = view('daily-cap', { subUserIds: [7, 8, 9] });
  const guard = { ...noGuard, rules: [cap], held: [held(7, at(50), at(50))], heldCount: 3 };
  expect(removalOf(cap, guard, () => null)).toMatchObject({ untouched: [7], unseen: 2 });
});

test('what Oxylabs stopped at Guard’s limit is enabled, unless the own limit stops it too', () => {
  const to = (own: Guarded) => removed(view('daily-cap'), [], held(7, own, at(10, disabled))).putBack[0]?.to;
  expect(to(at(50))).toEqual(at(50));
  expect(to(at(12))).toEqual(at(12, disabled));
  expect(to(at(12, { disablesAtLimit: false }))).toEqual(at(12, { disablesAtLimit: false }));
  expect(to(at(50, disabled))).toEqual(at(50, disabled));
});

test.each<[GuardRuleView, GuardReason]>([
  [view('brake', {}, [7]), 'brake'],
  [view('unusual-day', {}, [7]), 'unusual-day'],
  [view('hours-off'), 'hours-off'],
])('what a rule disabled is enabled without it: %#', (each, why) => {
  const stopped = held(7, at(50), at(50, disabled), [why]);
  expect(removed(each, [], stopped).putBack).toMatchObject([{ id: 7, to: at(50) }]);
  expect(removed(view('brake', { id: 'b2' }), [each], stopped)).toMatchObject({
    putBack: [],
    untouched: [7],
  });
});

test('what another rule asks for stays as it is', () => {
  const packs = view('packs');
  expect(removed(view('daily-cap'), [packs], held(7, at(50), at(12.5)))).toMatchObject({
    putBack: [],
    kept: [7],
  });
  const elsewhere = view('packs', { subUserIds: [8] });
  expect(removed(view('daily-cap'), [elsewhere], held(7, at(50), at(12.5))).kept).toEqual([]);
  const stopped = held(7, at(50), at(12.5, disabled), ['brake', 'hours-off']);
  const brake = view('brake', {}, [7]);
  expect(removed(brake, [view('hours-off')], stopped).kept).toEqual([7]);
  // The limit is put back, and the brake goes on.
  expect(removed(view('daily-cap'), [brake], stopped).putBack[0]?.to).toEqual(at(50, disabled));
  // It stays stopped at the limit of the cap.
  expect(removed(brake, [view('daily-cap')], held(7, at(50), at(12.5, disabled), ['brake'])).putBack).toEqual(
    [],
  );
});
