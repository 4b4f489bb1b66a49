/** What the page says in English about text that the server does not have. */
export const unsent = {
  'unsent.title': 'You have text here that has not been sent',
  'unsent.title.other': 'There is text in this browser that has not been sent',
  'unsent.lead':
    {
      one: 'It was written in {where}. It stays here until you have decided what is to become of it.',
      other: 'It was written in {count} places, one of them {where}. It stays here until you have decided what is to '
        + 'become of it.'
    },
  'unsent.lead.other':
    {
      one: 'Somebody who used this browser before wrote it in {where}. If that was you, open it.',
      other:
        'Those who used this browser before wrote it in {count} places, one of them {where}. If that was you, open it.'
    },
  'unsent.where': '“{model}”',
  'unsent.whereUnknown': 'a collaboration model',
  'unsent.open': 'See the text',
  'unsent.close': 'Hide the text',
  'unsent.session': 'Session: {session}',
  'unsent.when': 'Written {when}',
  'unsent.by': 'Written under the name {name}',
  'unsent.onlyHere': 'The browser could not keep the text. It is there only for as long as this page is open.',
  'unsent.foreign':
    'The text was written by somebody who took part in this browser before. Show it only if that was you.',
  'unsent.show': 'Show the text',
  'unsent.words': 'What has not been sent',
  'unsent.somewhere': 'Somewhere in the model',
  'unsent.inRemovedRow': '{place} – in a row that has been removed',
  'unsent.other': 'Something was also deleted, chosen or corrected; that goes with it if you send.',
  'unsent.noWords': 'Something was only deleted, chosen or corrected, so there is no text to show.',
  'unsent.send': 'Send the text',
  'unsent.sending': 'Sending …',
  'unsent.sent': 'The text has been sent and saved on the server',
  'unsent.copy': 'Copy',
  'unsent.copied': 'Copied',
  'unsent.copyFailed': 'The browser does not let the page copy. Select the text, or save it as a file.',
  'unsent.save': 'Save as a file',
  'unsent.saved': 'The text has been saved as a file. It stays here too.',
  'unsent.throwAway': 'Throw away',
  'unsent.throwAwaySure': 'Yes, throw away – cannot be undone',
  'unsent.thrownAway': 'The text has been thrown away',
  'unsent.notRemoved': 'The browser could not remove the text. Try again.',
  'unsent.toModel': 'Open the model',
  'unsent.mayNot.checking': 'Finding out whether you can send it …',
  'unsent.mayNot.unreachable':
    'It cannot be sent now, as there is no connection to the server. Try again when you are online.',
  'unsent.mayNot.noAccess': 'It cannot be sent from here: either you have no access to the model, or it has been '
    + 'deleted. Use your code or your link again, or take a copy of the text.',
  'unsent.mayNot.closed': 'It cannot be sent now, as the model is locked, the session has ended, or you may only '
    + 'read. Wait, or take a copy of the text.',
  'unsent.mayNot.anotherDocument': 'It cannot be merged, as the model on the server is not the one that the text was '
    + 'written in. Copy the text and put it in where it belongs.',
  'unsent.mayNot.cannotSave': 'It cannot be sent now, as the server cannot save. Try again in a moment.',
  'unsent.mayNot.full': 'It cannot be sent, as there is no more room. Copy the text, or tell the facilitator.',
  'unsent.mayNot.tooOften': 'It cannot be sent just now, as too much comes at once. Try again in a moment.',
  'unsent.refusedNotKept': 'The server does not take what you wrote last, and the browser cannot keep it. It is on '
    + 'this page only. Leave it open, or copy the text.',
  'unsent.hidden': 'You wrote in a field that the level does not show: {fields}. The text is in the model and is '
    + 'shown again when the level shows the field.',
  'unsent.file.title': 'Text that has not been sent',
  'unsent.file.model': 'Model: {model}',
  'unsent.file.written': 'Written: {text}',
  'unsent.file.context': 'It stood here: {text}',
  'unsent.file.name': 'not-sent',
  'signOut.unsent.title': 'There is text in the browser that has not been sent',
  'signOut.unsent.text': 'If it stays, whoever uses this browser next can find it. On a borrowed machine you should '
    + 'send, copy or save the text first and then throw it away.',
  'signOut.unsent.keep': 'Sign out and leave the text here',
  'signOut.unsent.throwAway': 'Throw the text away and sign out',
  'signOut.unsent.throwAwaySure': 'Yes, throw away and sign out',
  'signOut.unsent.stay': 'Stay signed in',
} as const
