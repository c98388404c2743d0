import { Button } from 'react-aria-components';
import { type Save, useSave } from './use-save.ts';

/** Saves something as a file, and shows the outcome. */
export function SaveButton({ name, save }: { name: string; save: Save }) {
  const { run, said, saving } = useSave(save);
  return (
    <span className="export">
      <span role="status" className="hint">
        {said}
      </span>
      <Button className="button" isPending={saving} onPress={run}>
        {name}
      </Button>
    </span>
  );
}
