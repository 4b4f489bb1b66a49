/** What the page says in Danish about writing together: what is taken away, and what comes back. */
export const writing = {
  'rows.removedList': { one: '{count} fjernet række', other: '{count} fjernede rækker' },
  'rows.removedBy': 'Fjernet af {who}',
  'rows.removedByAt': 'Fjernet af {who} kl. {time}',
  'rows.somebody': 'en anden',
  'rows.bringBack': 'Hent tilbage',
  'rows.bringBackNamed': 'Hent {row} tilbage',
  'rows.oneRow': 'rækken',
  'rows.broughtBack': 'Hentet tilbage til {field}',
  'rows.spared': 'Rækken bliver stående, for andre har skrevet i den. Du kan selv fjerne den.',
  'rows.goneUnder': '{who} fjernede den række, du stod i. Det, der stod i den, er gemt.',
  'rows.goneUnderYou': 'Den række, du stod i, er taget væk. Det, der stod i den, er gemt.',
  'field.goneUnder': 'Det felt, du stod i, vises ikke længere her. Det, der stod i det, er gemt.',
  'bar.nextPlace': 'Gå videre: tryk Tab for at komme til knappen',
  'agendaEdit.place': 'Programmet: tryk Tab for at komme til knappen',
}
