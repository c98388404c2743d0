import { say } from '../../../electron/text/say.ts';

/** Returns the labels of the settings, in the order of the page. The palette finds a setting by them. */
export function settingLabels(): string[] {
  return [
    say('settings.plan'),
    say('settings.renewsOn'),
    say('settings.price'),
    say('settings.currency'),
    say('settings.budget'),
    say('settings.limitThresholds'),
    say('settings.budgetThresholds'),
    say('settings.runOut'),
    say('settings.unusualDay'),
    say('settings.periodReset'),
    say('settings.quietHours'),
    say('settings.sound'),
    say('settings.test'),
    say('settings.muted'),
    say('settings.interval'),
    say('settings.startAtLogin'),
    say('appearance.theme'),
    say('appearance.density'),
    say('appearance.font'),
    say('appearance.textSize'),
    say('ownEntry.name'),
    say('releases.check'),
    say('accounts.label'),
    say('accounts.color'),
    say('accounts.product'),
    say('settings.signOut'),
    say('settings.erase'),
    say('accounts.add'),
    say('settings.history'),
    say('settings.diagnostics'),
    say('settings.fullNames'),
    say('settings.statusFile'),
    say('settings.prometheusFile'),
    say('settings.statusSubUsers'),
  ];
}

/** Scrolls to the setting with this label, and focuses its first control. */
export function showSetting(body: HTMLElement | null, label: string): void {
  const row = body?.querySelector<HTMLElement>(`[data-setting="${CSS.escape(label)}"]`);
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>(':is(input,button)')?.focus({ preventScroll: true });
}
