import { mirrorSlices } from '../state/mirror.ts';
import { mount } from '../ui/mount.tsx';
import { Manager } from './manager.tsx';

mirrorSlices(['session', 'traffic', 'nearest', 'settings', 'environment']);
mount(<Manager />);
