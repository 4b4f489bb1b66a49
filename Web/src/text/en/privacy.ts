/** Names, and what is deleted. */
export const privacy = {
  'names.kept': 'The names are deleted on {date}.',
  'names.unnamed': 'Name deleted',
  'names.settings': 'When names are deleted',
  'names.text': 'Those who take part write their name. The names are deleted on the day below: from the pages, from the database and from the documents’ history. Unit and function stay. Whoever joins sees the day before writing a name.',
  'names.day': 'Names are deleted on',
  'names.save': 'Save the day',
  'names.saved': 'The day is saved. The names are deleted on {date}.',
} as const
