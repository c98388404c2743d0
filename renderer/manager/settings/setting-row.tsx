import { Check } from 'lucide-react';
import { createContext, type ReactNode, useContext } from 'react';
import { say } from '../../../electron/text/say.ts';
import type { Saved } from './use-saving.ts';

/** What the user searches for, in lower case; empty for all settings. */
export const SettingsSearch = createContext('');

type SettingRowProps = {
  /** What the search finds the row by, the label first: the palette opens a setting by it. */
  words: readonly string[];
  children: ReactNode;
  hint?: ReactNode;
  hintId?: string;
  saved?: Saved;
};

/** Lays out one setting: label left, control right, its hint below, and what became of a change beside it. */
export function SettingRow({ words, children, hint, hintId, saved = { kind: 'nothing' } }: SettingRowProps) {
  const search = useContext(SettingsSearch);
  if (!words.some((word) => word.toLowerCase().includes(search))) return null;
  return (
    <div className="setting" data-setting={words[0]}>
      {children}
      <span role="status" className={`setting-saved ${saved.kind}`}>
        {saved.kind === 'saved' && (
          <>
            <Check aria-hidden="true" />
            {say('settings.saved')}
          </>
        )}
        {saved.kind === 'failed' && saved.problem}
      </span>
      {hint !== undefined && (
        <div className="hint setting-hint" id={hintId}>
          {hint}
        </div>
      )}
    </div>
  );
}

/** Lays out something to read or to press, with a label that is no form label. */
export function SettingFact({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <SettingRow words={[label, hint ?? '']} {...(hint !== undefined && { hint })}>
      <div className="setting-field">
        <span className="setting-label">{label}</span>
        <div className="setting-control">{children}</div>
      </div>
    </SettingRow>
  );
}
