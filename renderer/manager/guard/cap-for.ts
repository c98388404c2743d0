import { request } from '../requests.ts';
import { openPage } from '../view.ts';

/** Opens the form of a daily cap for sub-users that were chosen elsewhere. */
export function capFor(ids: readonly number[]): void {
  openPage('guard');
  request({ ruleFor: ids });
}
