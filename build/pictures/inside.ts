import { removeProfiles } from '../../tests/driver/profiles.ts';
import { demo } from './demo.ts';
import { many } from './many.ts';
import { firstError, states } from './states.ts';

/**
 * Walks through the states of the app inside the session that `pictures.ts` started, and takes each in both colour schemes.
 */
await demo();
await many();
await states();
await firstError();
await removeProfiles();
