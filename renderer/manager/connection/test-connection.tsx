import { type FormEvent, useState } from 'react';
import { Button, Input, Label, Text, TextField } from 'react-aria-components';
import type { ConnectionTest, ProxyProtocol } from '../../../electron/contract/connection-test.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { Dialog, DialogFoot } from '../ui/dialog.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { Select } from '../ui/select.tsx';
import { Causes, ConnectionReport } from './connection-report.tsx';
import { Remedies } from './remedies.tsx';
import { remediesOf, type Shown, useConnectionTest } from './use-connection-test.ts';
import './connection-test.css';

/** What the dialog begins with. */
export type TestStart = {
  /** `customer-NAME`, with its parameters. */
  login: string;
  entry?: ConnectionTest['entry'];
  protocol?: ProxyProtocol;
  /** A password of the sub-user is kept on this computer. */
  isKept?: boolean;
};

type TestConnectionProps = { start: TestStart; onClose: () => void };

/** Tests a login through the paid proxy each time that its button is pressed, and never by itself. */
export function TestConnection({ start, onClose }: TestConnectionProps) {
  const { entry: firstEntry = 'standard', protocol: firstProtocol = 'http', isKept = false } = start;
  const [login, setLogin] = useState(start.login);
  const [entry, setEntry] = useState(firstEntry);
  const [protocol, setProtocol] = useState(firstProtocol);
  const [password, setPassword] = useState('');
  const { shown, running, failure, test, explain, forget } = useConnectionTest();
  const canTest = login !== '' && (password !== '' || isKept);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (canTest && !running)
      void test({ login, entry, protocol, password: password === '' ? null : password });
  }
  return (
    <Dialog title={say('connectionTest.title')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <LoginField
          login={login}
          onLogin={(next) => {
            setLogin(next);
            forget();
          }}
        />
        <WayFields entry={entry} onEntry={setEntry} protocol={protocol} onProtocol={setProtocol} />
        <TestPassword value={password} onChange={setPassword} isKept={isKept} />
        <div className="test-result">
          <div className="test-answer" aria-live="polite">
            {running && <p className="hint">{say('connectionTest.testing')}</p>}
            <Answer shown={shown} />
          </div>
          {shown.kind !== 'nothing' && (
            <Remedies remedies={remediesOf(shown)} login={login} onLogin={setLogin} onClose={onClose} />
          )}
        </div>
        <FailureBanner failure={failure} />
        <p className="hint">{say('connectionTest.costs')}</p>
        <DialogFoot>
          <Button className="button" onPress={onClose}>
            {say('action.close')}
          </Button>
          <Button className="button" isDisabled={login === ''} onPress={() => void explain(login)}>
            {say('connectionTest.why')}
          </Button>
          <Button type="submit" className="button primary" isDisabled={!canTest} isPending={running}>
            {say('connectionTest.test')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function Answer({ shown }: { shown: Shown }) {
  if (shown.kind === 'nothing') return null;
  if (shown.kind === 'tested') return <ConnectionReport report={shown.report} />;
  const { causes } = shown.known;
  return (
    <>
      <Causes causes={causes} />
      <p className="hint">{say('connectionTest.whySource')}</p>
    </>
  );
}

function LoginField({ login, onLogin }: { login: string; onLogin: (login: string) => void }) {
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
  entry: ConnectionTest['entry'];
  onEntry: (entry: ConnectionTest['entry']) => void;
  protocol: ProxyProtocol;
  onProtocol: (protocol: ProxyProtocol) => void;
};

function WayFields({ entry, onEntry, protocol, onProtocol }: WayFieldsProps) {
  const ownEntry = useMirror(({ settings }) => settings.ownEntry);
  const protocols = {
    http: say('connectionTest.protocol.http'),
    https: say('connectionTest.protocol.https'),
    socks5: say('connectionTest.protocol.socks5'),
  };
  return (
    <div className="test-way">
      {ownEntry !== null && (
        <Select
          label={say('connectionTest.entry')}
          names={{ standard: vendorHost, own: ownEntry }}
          chosen={entry}
          onChange={onEntry}
        />
      )}
      <Select
        label={say('connectionTest.protocol')}
        names={protocols}
        chosen={protocol}
        onChange={onProtocol}
      />
    </div>
  );
}

const vendorHost = 'pr.oxylabs.io';

type TestPasswordProps = { value: string; onChange: (value: string) => void; isKept: boolean };

function TestPassword({ value, onChange, isKept }: TestPasswordProps) {
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
