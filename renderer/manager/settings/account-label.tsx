import { useState } from 'react';
import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import type { AccountRow } from '../../../electron/contract/account-list.ts';
import {
  accountColors,
  type AccountLabel as LabelOf,
  type Product,
} from '../../../electron/contract/accounts.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { ChoiceSetting } from './choice-setting.tsx';
import { SettingRow } from './setting-row.tsx';
import { type Saved, useSaving } from './use-saving.ts';
import '../accounts/accounts.css';

type PartProps = { row: AccountRow; save: (part: Partial<LabelOf>) => void; saved: Saved };

/** Edits how the account is labelled: name, colour and product. */
export function AccountLabel({ row }: { row: AccountRow }) {
  return (
    <>
      <NameSetting row={row} />
      <ColorSetting row={row} />
      <ProductSetting row={row} />
    </>
  );
}

/** Saves a part of the label, beside the others as they are. */
function useLabel({ key, name, color, product }: AccountRow): Pick<PartProps, 'save' | 'saved'> {
  const { saved, keep } = useSaving();
  return {
    saved,
    save: (part) =>
      keep(() => bridge.command('labelAccount', { key, label: { name, color, product, ...part } })),
  };
}

function NameSetting({ row }: { row: AccountRow }) {
  const { saved, save } = useLabel(row);
  const [typed, setTyped] = useState<string | null>(null);
  function keep() {
    if (typed !== null && typed.trim() !== row.name) save({ name: typed.trim() });
    setTyped(null);
  }
  return (
    <SettingRow words={[say('accounts.label')]} saved={saved} hint={say('accounts.labelHint')}>
      <TextField
        className="setting-field"
        value={typed ?? row.name}
        onChange={setTyped}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
        maxLength={40}
      >
        <Label className="setting-label">{say('accounts.label')}</Label>
        <div className="setting-control">
          <Input placeholder={row.username ?? ''} />
        </div>
      </TextField>
    </SettingRow>
  );
}

function ColorSetting({ row }: { row: AccountRow }) {
  const { saved, save } = useLabel(row);
  return (
    <SettingRow words={[say('accounts.color')]} saved={saved}>
      <RadioGroup
        className="setting-field"
        orientation="horizontal"
        value={row.color}
        onChange={(chosen) => {
          const color = accountColors.find((each) => each === chosen);
          if (color !== undefined) save({ color });
        }}
      >
        <Label className="setting-label">{say('accounts.color')}</Label>
        <div className="setting-control color-choices">
          {accountColors.map((color) => (
            <Radio
              key={color}
              value={color}
              className="color-choice"
              style={{ color: `var(--account-${color})` }}
              aria-label={say(`accounts.color.${color}`)}
            />
          ))}
        </div>
      </RadioGroup>
    </SettingRow>
  );
}

type ProductChoice = Product | 'none';

function ProductSetting({ row }: { row: AccountRow }) {
  const { saved, save } = useLabel(row);
  return (
    <ChoiceSetting<ProductChoice>
      label={say('accounts.product')}
      names={{
        none: say('accounts.product.none'),
        residential: say('accounts.product.residential'),
        mobile: say('accounts.product.mobile'),
      }}
      chosen={row.product ?? 'none'}
      onChange={(product) => save({ product: product === 'none' ? null : product })}
      saved={saved}
    />
  );
}
