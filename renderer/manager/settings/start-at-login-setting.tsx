import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useStartAtLogin } from '../use-start-at-login.ts';
import { SwitchSetting } from './switch-setting.tsx';

/** Starts Oxygauge with the session, as the system has it: the switch shows what is true, also after a change elsewhere. */
export function StartAtLoginSetting() {
  const { state, failure, change } = useStartAtLogin();
  if (state === null) return null;
  return (
    <SwitchSetting
      label={say('settings.startAtLogin')}
      hint={say(`settings.startAtLoginHint.${state}`)}
      chosen={state === 'on'}
      isDisabled={state === 'own-file' || state === 'unavailable'}
      onChange={(on) => {
        void change(on);
        void bridge.command('changeSettings', { askedStartAtLogin: true });
      }}
      saved={failure === null ? { kind: 'nothing' } : { kind: 'failed', problem: describeFailure(failure) }}
    />
  );
}
