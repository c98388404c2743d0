import { mirrorSlices } from '../state/mirror.ts';
import { mount } from '../ui/mount.tsx';
import { allowEmptyMarkup } from '../ui/trusted-types.ts';
import { Manager } from './manager.tsx';

allowEmptyMarkup();
mirrorSlices([
  'session',
  'traffic',
  'nearest',
  'subUsers',
  'job',
  'monthDays',
  'outlook',
  'alerts',
  'cycle',
  'focus',
  'settings',
  'environment',
]);
mount(<Manager />);
