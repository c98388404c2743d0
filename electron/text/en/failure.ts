/** What failed, in one sentence: what happened and, where there is one, the way out. Named as in `contract/failure.ts`. */
export const failure = {
  'bad-credentials': 'Wrong username or password.',
  'signed-out': 'Oxylabs no longer accepts this sign-in. Sign in again.',
  'renewal-refused': 'Oxylabs refused the saved sign-in. Oxygauge tries once more before it signs you out.',
  'not-found': 'Oxylabs does not know this account or sub-user any more.',
  rejected: 'Oxylabs refused the request ({status}).',
  rejectedBecause: 'Oxylabs refused: {reason}.',
  'rate-limited': 'Oxylabs asks for fewer requests. Trying again in a while.',
  'timed-out': 'Oxylabs did not answer in time.',
  'server-fault': 'Oxylabs is having problems ({status}).',
  cancelled: 'Cancelled.',
  'not-saved': 'The file could not be written ({code}).',
  'not-opened': 'No browser could be opened. Go to {address}',
  'main-user': 'This is the main user, whose credentials sign in here. It cannot be disabled or deleted.',
  busy: 'Another task is running. Wait for it or cancel it.',
  'too-many': 'Too many tries in a short time. Wait {seconds} s and try again.',
  'dialog-open': 'A dialog for a file is open already. Finish or cancel it first.',
  'changed-on-server': '{username} was changed on the server since this form was opened.',
  'job-open': 'The last task is still open. Continue or close it first, and save its passwords.',
  'already-added': 'You have added this account already.',
  'account-limit': 'Oxygauge watches at most 20 accounts. Forget one before you add another.',
  'keyring-silent':
    'Your keyring does not answer, and holds the passwords of this task. Unlock it and try again.',
  internal: 'Something went wrong inside Oxygauge.',

  'badUsername.empty': 'Enter the username.',
  'badUsername.colon':
    'A username cannot contain a colon. Enter the name alone, and the password in its own field.',

  'unreachable.offline': 'This computer is offline.',
  'unreachable.name-not-found': 'The address of Oxylabs could not be found. Check the network or DNS.',
  'unreachable.refused': 'Oxylabs cannot be reached: the connection was refused.',
  'unreachable.no-route': 'No way leads from this network to Oxylabs at present.',
  'unreachable.tls': 'The secure connection to Oxylabs broke before the answer was complete.',
  'unreachable.certificate':
    'The connection is not secure: the server’s certificate was not accepted. Nothing was sent.',
  'unreachable.proxy':
    'The proxy set on this computer did not let the request through. If it asks for a password, let requests to Oxylabs pass without one: Oxygauge cannot enter it.',
  'unreachable.redirected': 'Something on this network sent the request elsewhere, so it was not followed.',
  'unreachable.connection-lost': 'The connection was cut before the answer was complete.',

  'notUnderstood.html':
    'A web page came back instead of an answer. A sign-in page of this network may be in the way.',
  'notUnderstood.too-large': 'The answer was too large to be right, so it was not read.',
  'notUnderstood.not-json': 'Oxylabs answered in a way that Oxygauge does not understand.',
  'notUnderstood.shape': 'Oxylabs answered in a way that Oxygauge does not understand.',

  aboutWrites: 'Changes without a clear answer',
  ofSubUser: '{username}: {what}',

  'write.fewerRequests': 'Oxylabs asks for fewer requests.',
  'write.yes': '{cause} The list was refreshed: the change was saved.',
  'write.no': '{cause} The list was refreshed: the change was not saved.',
  'write.exists':
    '{cause} The list was refreshed: the sub-user exists, but its password is not certain. Set a new one.',
  'write.checking':
    '{cause} Whether the change was saved is not known yet. Oxygauge checks the list for two more minutes.',
  'write.unknown': '{cause} Whether the change was saved is not known. Look again before you repeat it.',
} as const;
