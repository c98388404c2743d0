import { mount } from '../ui/mount.tsx';
import { Manager } from './manager.tsx';
import { current, opened } from './mirror.ts';
import { allowEmptyMarkup } from './trusted-types.ts';
import { openView } from './view.ts';

allowEmptyMarkup();
mount(
  <Manager />,
  openView().then(() => opened),
  () => current().environment.texts,
);
