/** What the command line prints: answers, why there is none, and how it is used. */
export const commandLine = {
  help: `oxygauge                       Starts Oxygauge, or shows the one that runs.
  --show[=NAME]                Opens the manager, at a sub-user.
  --hidden                     Starts in the tray only.
  --demo                       Shows a simulated account.
  --user-data-dir=DIR          Keeps everything in another folder.

These answer from the status file (Settings › Advanced) and start nothing:
  --status[=FORMAT]            Prints the figures: text, json, waybar, polybar, xbar or prometheus.
  --guard=AMOUNT               Asks whether that much is left of the plan: 20GB, 500MB, 10%.
    --sub-user=NAME            Asks about the limit of a sub-user instead.
    --max-age=DURATION         Takes figures up to that old: 30m, 2h, 1d.
  --account=NAME               Answers for one account. Without it, for all.
  --no-names                   Prints no name of an account or a sub-user.
  --help                       Prints this.

Exit codes: 0 an answer, or enough left; 1 not enough left; 64 wrong use; 69 not known.
`,
  seeHelp: 'oxygauge --help lists the switches.',
  'use.words': 'Write the value of a switch after =, as in --guard=20GB.',
  'use.twice': 'Give {name} once.',
  'use.both': 'Ask either --status or --guard.',
  'use.alone': 'Use {name} with --guard.',
  'use.neither': 'Use {name} with --status or --guard.',
  'use.status': '--status takes text, json, waybar, polybar, xbar or prometheus.',
  'use.guard': '--guard takes an amount, such as 20GB or 10%.',
  'use.max-age': '--max-age takes a duration, such as 30m, 2h or 1d.',
  'use.name': '{name} takes a name.',
  'use.nothing': '{name} takes no value.',
  'file.missing':
    'Not known: Oxygauge wrote no status file. Start Oxygauge, and turn the file on in Settings › Advanced.',
  'file.link': 'Not known: the status file is a link, which Oxygauge does not follow. Remove it.',
  'file.foreign': 'Not known: the status file belongs to another user. Remove it.',
  'file.unreadable': 'Not known: the status file cannot be read. Restart Oxygauge.',
  'file.corrupt': 'Not known: the status file is damaged. Restart Oxygauge.',
  'file.newer': 'Not known: a newer version of Oxygauge wrote the status file. Update this one.',
  noAccount: 'Not known: no account of that name is in the status file.',
  'unknown.signed-out': 'Not known: signed out. Sign in.',
  'unknown.unread': 'Not known: the traffic was not read yet.',
  'unknown.old': 'Not known: the figures are too old ({age}).',
  'unknown.plan': 'Not known: no plan is set. Enter it in Settings › Plan and cost.',
  'unknown.figure': 'Not known: Oxylabs did not send the figure.',
  'unknown.sub-user':
    'Not known: no sub-user of that name is in the status file. Raise the number of sub-users in it in Settings › Advanced.',
  account: 'Account {number}',
  named: '{name}: {text}',
  subUserOf: '{account}, {subUser}',
  left: '{amount} left',
  enough: '{left} left of {limit}: enough.',
  'not-enough': '{left} left of {limit}: not enough.',
  unlimited: 'No limit: enough.',
  blocked: 'Blocked: not enough.',
  disabled: 'Disabled: not enough.',
  outdated: 'Outdated',
} as const;
