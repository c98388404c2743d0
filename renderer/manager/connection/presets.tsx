import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { type ConnectionChoice, mostPresets, type Preset } from '../../../electron/contract/connection.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/select.tsx';

type PresetsProps = { choice: ConnectionChoice; onChoose: (choice: ConnectionChoice) => void };

/** Chooses a named choice, keeps the present one under a name, and deletes one. */
export function Presets({ choice, onChoose }: PresetsProps) {
  const presets = useMirror((mirror) => mirror.settings.connectionPresets);
  const [naming, setNaming] = useState(false);
  const same = JSON.stringify(choice);
  const chosen = presets.find((preset) => JSON.stringify(preset.choice) === same)?.name ?? '';
  return (
    <div className="connection-presets">
      {presets.length > 0 && (
        <Select
          label={say('connection.presets')}
          names={{
            '': say('connection.noPreset'),
            ...Object.fromEntries(presets.map(({ name }) => [name, name])),
          }}
          chosen={chosen}
          onChange={(name) => {
            const preset = presets.find((each) => each.name === name);
            if (preset !== undefined) onChoose(preset.choice);
          }}
        />
      )}
      {chosen !== '' && (
        <Button
          className="icon-button"
          aria-label={say('connection.deletePreset', { name: chosen })}
          onPress={() => change(presets.filter(({ name }) => name !== chosen))}
        >
          <Trash2 />
        </Button>
      )}
      {chosen === '' && (
        <Button className="quiet-link" onPress={() => setNaming(true)}>
          {say('connection.savePreset')}
        </Button>
      )}
      {naming && <NameDialog presets={presets} choice={choice} onClose={() => setNaming(false)} />}
    </div>
  );
}

type NameDialogProps = { presets: readonly Preset[]; choice: ConnectionChoice; onClose: () => void };

/** A name that is there already is replaced. */
function NameDialog({ presets, choice, onClose }: NameDialogProps) {
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const others = presets.filter((preset) => preset.name !== name);
  const isFull = others.length >= mostPresets;
  return (
    <FormDialog
      title={say('connection.savePreset')}
      submit={say('action.save')}
      onSubmit={async () => {
        change([...others, { name, choice }]);
        onClose();
      }}
      onClose={onClose}
      isPending={false}
      isDisabled={name === '' || isFull}
      isDirty={name !== ''}
    >
      <TextField className="field" value={typed} onChange={setTyped} maxLength={60} autoFocus>
        <Label>{say('connection.presetName')}</Label>
        <Input />
        {isFull && <p className="problem">{say('connection.tooManyPresets')}</p>}
      </TextField>
    </FormDialog>
  );
}

function change(connectionPresets: Preset[]): void {
  void bridge.command('changeSettings', { connectionPresets });
}
