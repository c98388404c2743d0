import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { SaveButton } from './save-button.tsx';

type ExportButtonProps = { suggestedName: string; csv: () => string };

/** Saves what is in view as CSV. */
export function ExportButton({ suggestedName, csv }: ExportButtonProps) {
  return (
    <SaveButton
      name={say('action.exportCsv')}
      save={() => bridge.command('saveText', { suggestedName, text: csv() })}
    />
  );
}
