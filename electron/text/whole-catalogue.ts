import { en } from './en.ts';
import { sayFrom } from './say.ts';

/** Gives `say` every text. Imported by each window; main has those of `en-main.ts`. */
sayFrom(en);
