import { expect, test } from 'vitest';
import { dayMs } from '../../../electron/contract/day.ts';
import { Pause } from '../../../electron/monitor/jobs/pause.ts';
import { FakeClock } from '../../support/unit/fake-clock.ts';

test.each([-1, 1])(
  'row 9: a clock that is set by %i days neither prolongs nor shortens the wait of a job',
  async (days) => {
    const clock = new FakeClock();
    const pause = new Pause(clock);
    pause.until(clock.now() + 30_000, 0);
    let over = false;
    const ended = pause.over().then(() => {
      over = true;
    });
    clock.set(days * dayMs);
    expect(pause.endsAt).toBe(clock.now() + 30_000);
    await clock.pass(29_000);
    expect(over).toBe(false);
    await clock.pass(2_000);
    expect(over).toBe(true);
    await ended;
  },
);
