import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useStartAtLogin } from '../use-start-at-login.ts';
import { SwitchSetting } from './switch-setting.tsx';

/** Starts Oxygauge with the session, as the system has it: the switch shows what is true, also after a change elsewhere. */
export function StartAtLoginSetting() {
  const { state, failure, change } = useStartAtLogin();
  if (state === null) return null;
  const isFixed = state === 'own-file' || state === 'unavailable';
  return (
    <SwitchSetting
      label={say('settings.startAtLogin')}
      hint={say(isFixed ? `settings.startAtLogin.${state}` : 'settings.startAtLoginHint')}
      chosen={state === 'on'}
      isDisabled={isFixed}
      onChange={(on) => {
        void change(on);
        void bridge.command('changeSettings', { askedStartAtLogin: true });
      }}
      saved={failure === null ? { kind: 'nothing' } : { kind: 'failed', problem: describeFailure(failure) }}
    />
  );
}
