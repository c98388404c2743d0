import type { CommandName } from '../../contract/commands.ts';

const minuteMs = 60_000;

/**
 * The most of each command in a minute, well above what a user does by hand. A page that was taken over could otherwise guess
 * passwords, or keep the app and the desktop busy.
 */
export const mostAMinute: Record<CommandName, number> = {
  signIn: 5,
  retrySignIn: 5,
  openLink: 20,
  testNotification: 20,
  testChannel: 20,
  addChannel: 60,
  changeChannel: 240,
  removeChannel: 60,
  startJob: 20,
  continueJob: 20,
  renewJobPasswords: 20,
  copyDiagnostics: 20,
  // A request is paid for, and a host is looked up and connected to.
  testConnection: 10,
  revealPassword: 20,
  keepJobPasswords: 20,
  saveConnection: 20,
  handOver: 20,
  copyConnection: 60,
  forgetPassword: 240,
  readKeptPasswords: 240,
  // After an import, each of its passwords is kept.
  keepPassword: 240,
  // The preview follows what is typed.
  previewConnection: 1_200,
  checkEntry: 20,
  explainConnection: 120,
  showAccount: 240,
  addAccount: 60,
  labelAccount: 240,
  removeAccount: 60,
  refresh: 60,
  forgetAccount: 60,
  signOut: 60,
  openManager: 60,
  hidePopover: 120,
  fitPopover: 600,
  quit: 20,
  switchDemo: 20,
  readStartAtLogin: 240,
  setStartAtLogin: 60,
  holdWindow: 600,
  subscribe: 120,
  cancelJob: 60,
  navigationTaken: 120,
  copyText: 120,
  createSubUser: 120,
  updateSubUser: 120,
  deleteSubUser: 120,
  dismissCheck: 240,
  readView: 120,
  saveView: 240,
  changeSettings: 240,
  closeJob: 240,
  readForecast: 600,
  // The grid asks for the rows in view while it scrolls.
  readRecentDays: 1_200,
  readRunOuts: 1_200,
  // A page in view asks again after each answer, at most four times a second.
  readActivity: 600,
  readExchange: 600,
  copyExchange: 120,
  runCall: 60,
  setGuardRule: 60,
  dryRunGuardRule: 60,
  removeGuardRule: 60,
  pullGuardRule: 60,
  putBackGuardRule: 60,
  undoGuardAct: 120,
  resumeGuard: 240,
  readGuardJournal: 600,
  readMovers: 60,
  readMonths: 60,
  readUsage: 600,
  // A view of 30 days of several sub-users reads each day.
  readTargets: 3_000,
  // One file dialog is open at a time, which limits these.
  exportRecord: 3_000,
  saveText: 3_000,
  saveJobResults: 3_000,
};

/** These count only if they fail: who knows the password guesses nothing. */
const countedFailures: ReadonlySet<CommandName> = new Set(['signIn', 'retrySignIn']);

export type CommandLimits = {
  /** Counts a command. Returns 0 if it may run, and otherwise the seconds until it may. */
  take(name: CommandName): number;
  /** Notes that a command succeeded. */
  succeeded(name: CommandName): void;
};

/** Creates the counter of all windows together. `now` is in milliseconds, and must never be set back. */
export function createCommandLimits(now: () => number, most = mostAMinute): CommandLimits {
  const taken = new Map<CommandName, number[]>();
  return {
    take(name) {
      const times = (taken.get(name) ?? []).filter((at) => now() - at < minuteMs);
      taken.set(name, times);
      const [oldest = now()] = times;
      if (times.length >= most[name]) return Math.max(1, Math.ceil((oldest + minuteMs - now()) / 1_000));
      times.push(now());
      return 0;
    },
    succeeded(name) {
      if (countedFailures.has(name)) taken.delete(name);
    },
  };
}
