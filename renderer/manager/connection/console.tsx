import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { type ApiCall, apiCalls } from '../../../electron/contract/activity.ts';
import { type ConsoleCall, type ConsoleWrite, isWrite } from '../../../electron/contract/console.ts';
import { callText } from '../../../electron/text/activity.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { useMirror } from '../mirror.ts';
import { PasswordDialog } from '../sub-users/password-dialog.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { Question } from '../ui/question.tsx';
import { Select } from '../ui/select.tsx';
import { useHold } from '../ui/use-hold.ts';
import { type AnsweredCall, AnswerPanel } from './console-answer.tsx';
import { callOf, firstValues, foundSubUser, passwordOf } from './console-call.ts';
import { ConsoleFields } from './console-fields.tsx';
import { WriteQuestion } from './write-question.tsx';
import './activity.css';
import './console.css';

/** Sends any of the eight calls by hand. One that changes the account is asked about first. */
export function Console() {
  const subUsers = useMirror((mirror) => mirror.subUsers.subUsers);
  const [values, setValues] = useState(() =>
    firstValues(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone),
  );
  const [asked, setAsked] = useState<ConsoleWrite | null>(null);
  const [answered, setAnswered] = useState<AnsweredCall | null>(null);
  const [kept, setKept] = useState<{ username: string; password: string } | null>(null);
  const [discards, setDiscards] = useState(false);
  const run = useCommand('runCall');
  const change = (changed: Partial<typeof values>) => setValues((before) => ({ ...before, ...changed }));
  useHold(values.password !== '', () => setDiscards(true));
  const subUser = foundSubUser(values.subUser, subUsers);
  const call = callOf(values, subUser);

  async function send(sent: ConsoleCall) {
    const outcome = await run.run(sent);
    setAsked(null);
    setAnswered(outcome.ok ? { call: sent.call, answer: outcome.value } : null);
    const password = passwordOf(sent);
    if (!outcome.ok || outcome.value.failure !== null || password === null) return;
    // The password is safe in the dialog, which asks before it is lost.
    change({ password: '' });
    setKept({ username: nameOf(sent), password });
  }
  const nameOf = (sent: ConsoleCall) =>
    sent.call === 'createSubUser' ? sent.subUser.username : (subUser?.username ?? values.subUser.trim());

  function submit(event: FormEvent) {
    event.preventDefault();
    if (call === null || run.running) return;
    if (isWrite(call)) setAsked(call);
    else void send(call);
  }
  return (
    <div className="console">
      <form className="console-form" aria-label={say('apiConsole.title')} onSubmit={submit} noValidate>
        <Select
          label={say('apiConsole.call')}
          names={callNames()}
          chosen={values.call}
          onChange={(next) => change({ call: next, password: '' })}
        />
        <p className="hint">{say(`apiConsole.about.${values.call}`)}</p>
        <ConsoleFields values={values} onChange={change} subUser={subUser} />
        {discards && values.password !== '' ? (
          <Question
            text={say('forms.discardQuestion')}
            yes={say('forms.discard')}
            no={say('forms.keepEditing')}
            onYes={() => {
              change({ password: '' });
              setDiscards(false);
            }}
            onNo={() => setDiscards(false)}
          />
        ) : (
          <div className="console-foot">
            <Button
              type="submit"
              className="button primary"
              isDisabled={call === null}
              isPending={run.running && asked === null}
            >
              {say(isWrite(values) ? 'apiConsole.sendWrite' : 'apiConsole.send')}
            </Button>
            {call === null && <span className="hint">{say('apiConsole.incomplete')}</span>}
          </div>
        )}
        <FailureBanner failure={run.failure} />
      </form>
      <AnswerPanel answered={answered} isSending={run.running} />
      {asked !== null && (
        <WriteQuestion
          call={asked}
          subUser={subUser}
          isSending={run.running}
          onSend={() => void send(asked)}
          onClose={() => setAsked(null)}
        />
      )}
      {kept !== null && (
        <PasswordDialog
          title={say('forms.newPassword', { username: kept.username })}
          {...kept}
          onClose={() => setKept(null)}
        />
      )}
    </div>
  );
}

/** Lists the calls in the order of the API's description. */
function callNames(): Record<ApiCall, string> {
  const names = apiCalls.map((call) => [call, callText(call)] as const);
  return Object.fromEntries(names) as Record<ApiCall, string>;
}
