/** What the page says in English about writing together: what is taken away, and what comes back. */
export const writing = {
  'rows.removedList': { one: '{count} removed row', other: '{count} removed rows' },
  'rows.removedBy': 'Removed by {who}',
  'rows.removedByAt': 'Removed by {who} at {time}',
  'rows.somebody': 'somebody else',
  'rows.bringBack': 'Bring back',
  'rows.bringBackNamed': 'Bring {row} back',
  'rows.oneRow': 'the row',
  'rows.broughtBack': 'Brought back to {field}',
  'rows.spared': 'The row stays, because others have written in it. You can remove it yourself.',
  'rows.goneUnder': '{who} removed the row you were in. What stood in it is kept.',
  'rows.goneUnderYou': 'The row you were in is gone. What stood in it is kept.',
  'field.goneUnder': 'The field you were in is no longer shown here. What stood in it is kept.',
  'bar.nextPlace': 'Go on: press Tab to reach the button',
  'agendaEdit.place': 'The programme: press Tab to reach the button',
}
