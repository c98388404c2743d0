/** The requests of Oxygauge to Oxylabs, and the console of the API's calls. */
export const activity = {
  'call.login': 'Get a token',
  'call.listSubUsers': 'List sub-users',
  'call.createSubUser': 'Create a sub-user',
  'call.subUserUsage': 'Read traffic',
  'call.updateSubUser': 'Change a sub-user',
  'call.deleteSubUser': 'Delete a sub-user',
  'call.targetUsage': 'Read targets',
  'call.monthTotal': 'Read the month’s total',

  underWay: 'Under way…',
  done: 'Done',
  noStatus: 'none',
  milliseconds: '{amount} ms',
  seconds: '{amount} s',
  bytes: '{amount} B',
  kilobytes: '{amount} kB',
  megabytes: '{amount} MB',

  oneTry: 'Try {number}: {status}, {duration}, {size}. {result}',

  'support.title': 'Request to the Oxylabs Residential Proxies API',
  'support.time': 'Time: {time}',
  'support.client': 'Client: Oxygauge {version}',
  'support.call': 'Call: {method} {url}',
  'support.user': 'User: {username}',
  'support.body': 'Body: {body}',
  'support.result': 'Result: {result}',
  'support.took': 'Duration: {ms} ms, tries: {tries}',
  'support.try': 'Try {number}: status {status}, {ms} ms, {bytes} bytes. {result}',
  'support.answer': 'Answer:',
  'support.hidden': 'hidden',
} as const;
