import type { Message } from './message'

/** Names that are deleted, and personal numbers. */
export const da = {
  'names.kept': 'Navnene slettes {date}.',
  'names.unnamed': 'Navn slettet',
  'names.settings': 'Hvornår navnene slettes',
  'names.text':
    'De, der deltager, skriver deres navn. Navnene slettes den dag, der står her: fra siderne, fra databasen og fra '
    + 'dokumenternes historik. Enhed og funktion bliver stående. Den, der deltager, kan se dagen, før navnet skrives.',
  'names.day': 'Navnene slettes',
  'names.save': 'Gem dagen',
  'names.saved': 'Dagen er gemt. Navnene slettes {date}.',
  'personalNumber.hint': 'Det ligner et CPR-nummer. Skriv ikke noget, der kan genkende en borger; teksten bliver '
    + 'stående, til du selv ændrer den.',
  'personalNumber.title': 'Tekst, der ligner CPR-numre',
  'personalNumber.text': 'Her står noget, der ligner et CPR-nummer. Åbn stedet, og ret teksten sammen med dem, der '
    + 'skrev den. Er tallet noget andet, kan det blive stående.',
  'personalNumber.none': 'Der er ikke fundet noget, der ligner et CPR-nummer.',
  'personalNumber.again': 'Se efter igen',
  'personalNumber.field': '{model}: {field}',
  'personalNumber.comment': '{model}: kommentar til {field}',
  'personalNumber.confirmation': '{model}: en bekræftelse',
  'personalNumber.parkedItem': 'Et parkeret punkt',
  'personalNumber.idea': 'En idé, der er vist',
  'personalNumber.value': 'En tolkning af en værdi',
}

export const en: Record<keyof typeof da, Message> = {
  'names.kept': 'The names are deleted on {date}.',
  'names.unnamed': 'Name deleted',
  'names.settings': 'When names are deleted',
  'names.text':
    'Those who take part write their name. The names are deleted on the day below: from the pages, from the database '
    + 'and from the documents’ history. Unit and function stay. Whoever joins sees the day before writing a name.',
  'names.day': 'Names are deleted on',
  'names.save': 'Save the day',
  'names.saved': 'The day is saved. The names are deleted on {date}.',
  'personalNumber.hint': 'This looks like a CPR number. Write nothing that identifies a citizen; the text stays until '
    + 'you change it yourself.',
  'personalNumber.title': 'Text that looks like CPR numbers',
  'personalNumber.text': 'Something here looks like a CPR number. Open the place and correct the text with those who '
    + 'wrote it. If the number is something else, it may stay.',
  'personalNumber.none': 'Nothing was found that looks like a CPR number.',
  'personalNumber.again': 'Look again',
  'personalNumber.field': '{model}: {field}',
  'personalNumber.comment': '{model}: a comment on {field}',
  'personalNumber.confirmation': '{model}: a confirmation',
  'personalNumber.parkedItem': 'A parked item',
  'personalNumber.idea': 'An idea that has been shown',
  'personalNumber.value': 'An interpretation of a value',
}
