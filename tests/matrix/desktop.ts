import type { FaultArea } from './fault.ts';

/** What the desktop around the app, and the processes inside it, can do to it. */
export const desktop = {
  area: 'desktop',
  faults: {
    'no-tray-host': {
      fault: 'Nobody shows tray icons.',
      expected: 'the window stays the way to the app, and closing it quits: nothing invisible is left',
    },
    'tray-host-comes-and-goes': {
      fault: 'What shows tray icons starts late, ends and starts again.',
      expected:
        'the manager says that there is no tray while there is none, and the icon is there whenever there is one',
    },
    'no-notification-daemon': {
      fault: 'Nobody shows notifications, and somebody does later.',
      expected: 'the log says so, the tray goes on, and one that arrives late shows what is new alone',
    },
    'no-session-bus': {
      fault: 'There is no D-Bus session at all.',
      expected:
        'it signs in and refreshes, says that there is no tray, and tells at once that a notification failed',
    },
    'dead-session-bus': {
      fault: 'The address of the session bus leads nowhere, until a bus comes up there.',
      expected: 'it runs without a tray, and has one when there is a bus and a tray host on it',
    },
    'bus-connection-lost': {
      fault: 'Our own connection to the session bus is lost.',
      expected: 'it is told as no tray, reported once, and made again when there is a bus',
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
      fault: 'The main process is killed without a word.',
      expected: 'no process is left, nothing on disk is torn, and the next start is signed in',
    },
    'gpu-killed': {
      fault: 'The process that draws is killed, more often than Chromium puts up with by itself.',
      expected: 'the windows are drawn on and the app goes on',
    },
    'gpu-unusable': {
      fault: 'The process that draws ends again and again.',
      expected: 'the windows are closed and the person is told, and the tray goes on',
    },
    'manager-killed': {
      fault: 'The process of the manager’s page is killed.',
      expected: 'the window comes back by itself, with what is true now, and hears of changes',
    },
    'popover-killed': {
      fault: 'The process of the popover’s page is killed.',
      expected: 'the window comes back by itself, with what is true now, and hears of changes',
    },
    'page-dies-again': {
      fault: 'A page ends again and again within a minute.',
      expected:
        'it is not loaded for ever: its window is closed, the person is told, and the tray opens it anew',
    },
    'manager-hangs': {
      fault: 'The manager’s page hangs.',
      expected: 'the person is asked, waits or loads it again, and it is there again',
    },
    'popover-hangs': {
      fault: 'The popover’s page hangs.',
      expected: 'it is loaded again without a question: nothing is typed in it',
    },
    'network-process-killed': {
      fault: 'The process that speaks to the network is killed, with a refresh under way.',
      expected: 'that refresh is read after all, and so is the next; writes and windows work too',
    },
    'few-handles': {
      fault: 'The app is started where few files may be open.',
      expected: 'it starts and its tray tells the total',
    },
    'no-handles': {
      fault: 'No file can be opened any more while it runs.',
      expected:
        'no window is opened that would end the app; when there is room that is said, one opens, and the refresh is read',
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
      fault: 'The terminal that it was started from is gone, and nobody reads what it prints.',
      expected: 'a report goes nowhere and the app goes on',
    },
    resume: {
      fault: 'The computer sleeps for a day, with timers due.',
      expected: 'one refresh after the resume, and no burst',
    },
    'network-back': {
      fault: 'The network is gone for an hour and returns.',
      expected: 'the age shows, and one refresh on its return',
    },
    'exception-seen': {
      fault: 'The main process throws while somebody looks at a window.',
      expected: 'no stack trace: it is reported, told once in words, and everything goes on',
    },
    'exception-unseen': {
      fault: 'The main process throws while no window is open and nothing would be lost.',
      expected: 'the app starts anew by itself, signed in, and leaves no process behind',
    },
    'exception-signed-in-for-this-run': {
      fault: 'The main process throws, and a restart would sign the person out.',
      expected: 'it goes on and says so',
    },
    rejection: {
      fault: 'A promise is rejected in the main process and nobody looks.',
      expected: 'it is reported and everything goes on',
    },
    'cannot-start': {
      fault: 'Something throws while the app starts.',
      expected:
        'it says in words that it could not start, and ends with 1: no process without a tray is left',
    },
    'closed-in-command': {
      fault: 'A window is closed while a command of its runs.',
      expected: 'the command is done, nothing throws, and the next window shows it',
    },
    'popover-destroyed': {
      fault: 'The hidden popover is destroyed.',
      expected: 'the next click opens a new one',
    },
    'manager-opened-twice': {
      fault: 'The manager is asked for again and again before it is there.',
      expected: 'one window opens',
    },
  },
} as const satisfies FaultArea;
