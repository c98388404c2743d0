import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { isCurrency } from '../../../electron/contract/plan.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { SettingRow } from './setting-row.tsx';
import { useSaving } from './use-saving.ts';

/** Edits the currency by its code, which has to exist. */
export function CurrencySetting() {
  const currency = useMirror((mirror) => mirror.settings.plan.currency);
  const { saved, save } = useSaving();
  const [typed, setTyped] = useState<string | null>(null);
  const code = (typed ?? currency).trim().toUpperCase();
  const isKnown = isCurrency(code);
  function keep() {
    if (typed === null || !isKnown) return;
    setTyped(null);
    if (code !== currency) save({ plan: { currency: code } });
  }
  return (
    <SettingRow words={[say('settings.currency')]} saved={saved}>
      <TextField
        className="setting-field"
        value={typed ?? currency}
        onChange={setTyped}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
        isInvalid={!isKnown}
        maxLength={3}
      >
        <Label className="setting-label">{say('settings.currency')}</Label>
        <div className="setting-control short">
          <Input />
        </div>
        <FieldError className="problem setting-problem">{say('settings.currencyProblem')}</FieldError>
      </TextField>
    </SettingRow>
  );
}
