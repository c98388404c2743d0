import { Input, Label, Text, TextField } from 'react-aria-components';
import { type Entry, entries, type Protocol } from '../../../electron/contract/connection.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { Select } from '../ui/select.tsx';
import { protocolNames } from './entry-fields.tsx';

/** Takes the username as a program sends it. */
export function LoginField({ login, onLogin }: { login: string; onLogin: (login: string) => void }) {
  return (
    <TextField className="field" value={login} onChange={onLogin} autoComplete="off" maxLength={1_000}>
      <Label>{say('connectionTest.username')}</Label>
      <Input className="secret-text" spellCheck="false" />
      <Text slot="description" className="hint">
        {say('connectionTest.usernameHint')}
      </Text>
    </TextField>
  );
}

type WayFieldsProps = {
  /** The entry of the beginning, which is offered whatever it is. */
  first: Entry;
  country: string;
  entry: Entry;
  onEntry: (entry: Entry) => void;
  protocol: Protocol;
  onProtocol: (protocol: Protocol) => void;
};

/** Chooses the entry, where there is more than one, and the protocol. */
export function WayFields({ first, country, entry, onEntry, protocol, onProtocol }: WayFieldsProps) {
  const ownEntry = useMirror(({ settings }) => settings.ownEntry);
  const names: Record<Entry, string> = {
    standard: say('connectionTest.entry.standard'),
    own: ownEntry ?? say('connectionTest.entry.own'),
    country: say('connectionTest.entry.country', { country: country.toUpperCase() }),
    'hong-kong': say('connectionTest.entry.hong-kong'),
    beijing: say('connectionTest.entry.beijing'),
  };
  const offered = entries.filter(
    (each) => each === 'standard' || each === first || (each === 'own' && ownEntry !== null),
  );
  return (
    <div className="test-way">
      {offered.length > 1 && (
        <Select
          label={say('connectionTest.entry')}
          names={Object.fromEntries(offered.map((each) => [each, names[each]])) as Record<Entry, string>}
          chosen={entry}
          onChange={onEntry}
        />
      )}
      <Select
        label={say('connectionTest.protocol')}
        names={protocolNames()}
        chosen={protocol}
        onChange={onProtocol}
      />
    </div>
  );
}

type TestPasswordProps = { value: string; onChange: (value: string) => void; isKept: boolean };

/** Takes a password for one test. */
export function TestPassword({ value, onChange, isKept }: TestPasswordProps) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      type="password"
      autoComplete="off"
      maxLength={1_024}
      autoFocus
    >
      <Label>{say('connectionTest.password')}</Label>
      <Input />
      <Text slot="description" className="hint">
        {say(isKept ? 'connectionTest.keptPassword' : 'connectionTest.passwordHint')}
      </Text>
    </TextField>
  );
}
