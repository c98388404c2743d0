import { removeProfiles } from '../../tests/support/app.ts';
import { demo } from './demo.ts';
import { many } from './many.ts';
import { firstError, states } from './states.ts';

/** Inside the session that `pictures.ts` made: walks through the states and takes each in both colour schemes. */
for (const scale of [1, 2]) {
  await demo(scale);
  await many(scale);
  await states(scale);
  await firstError(scale);
}
removeProfiles();
