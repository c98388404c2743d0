import type { FaultArea } from './fault.ts';

/** Faults of the desktop around the app and of the processes inside it. */
export const desktop = {
  area: 'desktop',
  faults: {
    'no-tray-host': {
      fault: 'There is no host for tray icons.',
      expected: 'the window stays the way to the app, and closing it quits: nothing invisible is left',
    },
    'tray-host-comes-and-goes': {
      fault: 'The host for tray icons starts late, ends and starts again.',
      expected:
        'the manager says that there is no tray while there is none, and the icon is there whenever there is one',
    },
    wayland: {
      fault: 'The desktop draws no hidden window, as every native Wayland desktop does.',
      expected: 'the manager and the popover appear',
    },
    'no-notification-daemon': {
      fault: 'There is no notification daemon at first, and one starts later.',
      expected: 'the log says so, the tray goes on, and one that arrives late shows what it missed, once',
    },
    'no-session-bus': {
      fault: 'There is no D-Bus session at all.',
      expected:
        'it signs in and refreshes, says that there is no tray, and reports at once that a notification failed',
    },
    'dead-session-bus': {
      fault: 'Nothing listens at the address of the session bus, until a bus starts there.',
      expected: 'it runs without a tray, and has one when there is a bus and a tray host on it',
    },
    'bus-connection-lost': {
      fault: 'The app’s connection to the session bus is lost.',
      expected:
        'the window says that there is no tray, it is reported once, and reconnected when there is a bus',
    },
    'session-bus-dies': {
      fault: 'The session bus ends while the app runs, upon which Chromium ends the app.',
      expected: 'no process is left, nothing on disk is torn, and the next start is signed in',
    },
    'display-removed': {
      fault: 'The display goes away while the app runs, upon which Chromium ends the app.',
      expected: 'no process is left, nothing on disk is torn, and the next start is signed in',
    },
    'kill-9': {
      fault: 'The main process is killed.',
      expected: 'no process is left, nothing on disk is torn, and the next start is signed in',
    },
    'gpu-killed': {
      fault: 'The process that draws is killed, more often than Chromium itself tolerates.',
      expected: 'the windows are drawn again and the app keeps running',
    },
    'gpu-unusable': {
      fault: 'The process that draws ends again and again.',
      expected: 'the windows are closed, a message says so, and the tray stays',
    },
    'manager-killed': {
      fault: 'The process of the manager’s page is killed.',
      expected: 'the window is reloaded by itself, with current figures, and receives changes',
    },
    'popover-killed': {
      fault: 'The process of the popover’s page is killed.',
      expected: 'the window is reloaded by itself, with current figures, and receives changes',
    },
    'page-dies-again': {
      fault: 'A page ends again and again within a minute.',
      expected:
        'it is not reloaded for ever: its window is closed, a message says so, and the tray opens it again',
    },
    'manager-hangs': {
      fault: 'The manager’s page hangs.',
      expected: 'the user is asked whether to wait or to reload, and the page works again',
    },
    'popover-hangs': {
      fault: 'The popover’s page hangs.',
      expected: 'it is reloaded without a question: nothing is typed in it',
    },
    'network-process-killed': {
      fault: 'The process that speaks to the network is killed, with a refresh under way.',
      expected: 'that refresh succeeds after all, and so does the next; writes and windows work too',
    },
    'few-handles': {
      fault: 'The app is started where few files may be open.',
      expected: 'it starts and its tray shows the total',
    },
    'no-handles': {
      fault: 'No file can be opened any more while it runs.',
      expected:
        'no window is opened that would end the app; when there are handles again a message says so, a window opens, and the refresh succeeds',
    },
    'two-starts': {
      fault: 'The app is started twice at the same moment.',
      expected: 'exactly one stays, the other ends with 0, and the settings are whole',
    },
    'session-ends': {
      fault: 'The session ends, the computer shuts down, or the terminal is closed.',
      expected:
        'it ends by itself within 3 s with 0, what was set is kept, and the password is off the clipboard',
    },
    'terminal-gone': {
      fault: 'The terminal that it was started from is gone, and its output is not read.',
      expected: 'a report is dropped and the app keeps running',
    },
    resume: {
      fault: 'The computer sleeps for a day, with timers due.',
      expected: 'one refresh after the resume, not a burst',
    },
    'network-back': {
      fault: 'The network is gone for an hour and returns.',
      expected: 'the age shows, and one refresh on its return',
    },
    'exception-seen': {
      fault: 'The main process throws while a window is shown.',
      expected: 'no stack trace: it is reported, one message says so, and everything keeps running',
    },
    'exception-unseen': {
      fault: 'The main process throws while no window is open and nothing would be lost.',
      expected: 'the app restarts itself, signed in, and leaves no process behind',
    },
    'exception-signed-in-for-this-run': {
      fault: 'The main process throws, and a restart would sign the user out.',
      expected: 'it keeps running and says so',
    },
    rejection: {
      fault: 'A promise is rejected in the main process without a handler.',
      expected: 'it is reported and everything keeps running',
    },
    'cannot-start': {
      fault: 'Something throws while the app starts.',
      expected:
        'a message says that it could not start, and it ends with 1: no process without a tray is left',
    },
    'closed-in-command': {
      fault: 'A window is closed while its command runs.',
      expected: 'the command is carried out, nothing throws, and the next window shows it',
    },
    'popover-destroyed': {
      fault: 'The hidden popover is destroyed.',
      expected: 'the next click opens a new one',
    },
    'manager-opened-twice': {
      fault: 'The manager is opened again and again before it is ready.',
      expected: 'one window opens',
    },
  },
} as const satisfies FaultArea;
