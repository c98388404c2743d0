import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Entry, Protocol } from '../../../electron/contract/connection.ts';
import { usernameIn } from '../../../electron/contract/connection-test.ts';
import { say } from '../../../electron/text/say.ts';
import { Dialog, DialogFoot } from '../ui/dialog.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { Causes, ConnectionReport } from './connection-report.tsx';
import { Remedies } from './remedies.tsx';
import { LoginField, TestPassword, WayFields } from './test-fields.tsx';
import { remediesOf, type Shown, useConnectionTest } from './use-connection-test.ts';
import { useKeptNames } from './use-kept-names.ts';
import './connection-test.css';

/** What the dialog begins with. */
export type TestStart = {
  /** `customer-NAME`, with its parameters. */
  login: string;
  entry?: Entry;
  /** Of a country's node. */
  country?: string;
  protocol?: Protocol;
  /** One that was typed already. */
  password?: string;
};

type TestConnectionProps = { start: TestStart; onClose: () => void };

/** Tests a login through the paid proxy each time that its button is pressed, and never by itself. */
export function TestConnection({ start, onClose }: TestConnectionProps) {
  const { entry: firstEntry = 'standard', country = '', protocol: firstProtocol = 'http' } = start;
  const [login, setLogin] = useState(start.login);
  const [entry, setEntry] = useState(firstEntry);
  const [protocol, setProtocol] = useState(firstProtocol);
  const [password, setPassword] = useState(start.password ?? '');
  const isKept = useKeptNames()?.includes(usernameIn(login)) ?? false;
  const { shown, running, failure, test, explain, forget } = useConnectionTest();
  const canTest = login !== '' && (password !== '' || isKept);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (canTest && !running)
      void test({ login, entry, country, protocol, password: password === '' ? null : password });
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
        <WayFields
          first={firstEntry}
          country={country}
          entry={entry}
          onEntry={setEntry}
          protocol={protocol}
          onProtocol={setProtocol}
        />
        <TestPassword value={password} onChange={setPassword} isKept={isKept} />
        <Result shown={shown} running={running}>
          <Remedies remedies={remediesOf(shown)} login={login} onLogin={setLogin} onClose={onClose} />
        </Result>
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

type ResultProps = { shown: Shown; running: boolean; children: ReactNode };

/** Frames the answer, with what can be done about it below. */
function Result({ shown, running, children }: ResultProps) {
  const frame = useRef<HTMLDivElement>(null);
  // In a low window the answer would be below the fold.
  useEffect(() => {
    if (shown.kind !== 'nothing') frame.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return (
    <div ref={frame} className="test-result">
      <div className="test-answer" aria-live="polite">
        {running && <p className="hint">{say('connectionTest.testing')}</p>}
        <Answer shown={shown} />
      </div>
      {shown.kind !== 'nothing' && children}
    </div>
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
