import { en } from './en.ts';
import { sayFrom } from './say.ts';

/** Gives `say` every text. Imported by what is loaded after the tray is shown, and by each window. */
sayFrom(en);
