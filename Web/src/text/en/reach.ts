/** What the page says in English when the server is not heard: each reason by itself, and what to do about it. */
export const reach = {
  'reach.offline': 'You are offline.',
  'reach.offline.detail': 'There is no network.',
  'reach.unreachable': 'The server cannot be reached.',
  'reach.unreachable.detail': 'Either the network is gone, or the server is switched off.',
  'reach.silent': 'The server does not answer.',
  'reach.silent.detail':
    'There is a network, but no answer comes. If it takes more than a few minutes, tell the facilitator.',
  'reach.gateway': 'The server does not answer just now.',
  'reach.gateway.detail': 'Something in front of the server answers with an error in its place. Perhaps it is being '
    + 'restarted. If it takes more than a few minutes, tell the facilitator.',
  'reach.busy': 'The server is not ready just now.',
  'reach.busy.detail': 'It has asked for a little time.',
  'reach.portal': 'The network shows another page in place of Samspil.',
  'reach.portal.detail': 'Guest networks do so until one has signed in or agreed to their terms. Open a new tab, sign '
    + 'in to the network, and come back here.',
  'reach.blocked': 'The direct connection to the server is being refused.',
  'reach.blocked.detail':
    'The page can load from the server, but it cannot get the connection over which you write together. Either the '
    + 'network blocks it, or too many are connected from that network. Use another network, such as your phone’s. If '
    + 'it persists, ask your IT department to allow WebSocket to {host}.',
  'reach.restart': 'The server is being restarted.',
  'reach.restart.detail': 'It usually takes less than a minute.',
  'reach.overloaded': 'The server has asked the page to connect again.',
  'reach.overloaded.detail': 'That is nothing to worry about.',
  'reach.tooMany': 'The server closed the connection because too much came from here at once.',
  'reach.tooMany.detail': 'The page waits a little. Pressing again does not help.',
  'reach.malformed': 'The server could not read what the page sent.',
  'reach.malformed.detail': 'This is a fault in Samspil. The page tries again at longer and longer intervals. Copy '
    + 'what you wrote last to a document of your own, open the page again, and tell the facilitator.',
  'reach.tooLarge': 'Something you have written is too large to be sent.',
  'reach.tooLarge.detail':
    'Copy what you put in last to a document of your own, undo it here, and put it in in smaller parts.',
  'reach.internal': 'There is a fault on the server.',
  'reach.internal.detail': 'If it takes more than a few minutes, tell the facilitator.',
  'reach.again': 'The page connects again by itself as soon as it can.',
  'reach.tryAgain': 'Nothing is lost. Try again in a moment.',
  'reach.kept': 'What you write is kept here in the browser and is sent when there is a connection again and you have '
    + 'the model open.',
  'reach.notKept': 'Leave the page open until there is a connection again: the browser cannot keep anything here.',
  'reach.nothingYet': 'That is why the model cannot be shown yet.',
  'reach.stale': 'What you see may be out of date.',
  'limit.over': {
    one: 'The text is {number} character too long. Shorten it; nothing has been deleted.',
    other: 'The text is {number} characters too long. Shorten it; nothing has been deleted.'
  },
  'limit.near': {
    one: 'There is room for about {number} more character.', other: 'There is room for about {number} more characters.'
  },
  'save.apart': { one: 'Not connected – {count} change not sent', other: 'Not connected – {count} changes not sent' },
  'save.apart.unknown': 'Not connected',
  'save.apart.none': 'Not connected – everything is sent',
  'model.unknown': 'The model is no longer there, or you are no longer part of this.',
  'model.deleted': 'The model has been deleted.',
} as const
