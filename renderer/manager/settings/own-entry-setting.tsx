import { useId } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { useOwnEntry } from '../connection/use-own-entry.ts';
import { SettingRow } from './setting-row.tsx';

/** Edits the name of the own entry. It is saved on Enter and when the field is left. */
export function OwnEntrySetting() {
  const { text, setText, isWrong, saved, save } = useOwnEntry();
  const hintId = useId();
  const label = say('ownEntry.name');
  const hint = isWrong ? say('ownEntry.notAName') : say('ownEntry.nameHint');
  return (
    <SettingRow words={[label, hint]} hint={hint} hintId={hintId} saved={saved}>
      <TextField
        className="setting-field"
        value={text}
        onChange={setText}
        onBlur={save}
        isInvalid={isWrong}
        aria-describedby={hintId}
        autoComplete="off"
        maxLength={300}
      >
        <Label className="setting-label">{label}</Label>
        <div className="setting-control">
          <Input
            placeholder={say('ownEntry.placeholder')}
            spellCheck="false"
            onKeyDown={(event) => event.key === 'Enter' && save()}
          />
        </div>
      </TextField>
    </SettingRow>
  );
}
