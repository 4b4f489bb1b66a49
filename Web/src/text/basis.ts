import type { Message } from './message'

/** What a week is built on, and bringing it in from tables. */
export const da = {
  'basis.title': 'Ugens grundlag',
  'basis.link': 'Ugens grundlag: politikker, målsætninger, enheder, borgergrupper og mål',
  'basis.text':
    'Politikker, målsætninger og årets udvælgelse, enheder, borgergrupper, mål og det, der følger op på dem.',
  'basis.parts': 'Skriv og ret',
  'basis.none': 'Der er ingen endnu.',
  'basis.add': 'Tilføj',
  'basis.edit': 'Ret',
  'basis.editNamed': 'Ret {name}',
  'basis.remove': 'Fjern',
  'basis.removeNamed': 'Fjern {name}',
  'basis.removeSure': 'Ja, fjern',
  'basis.removeSureNamed': 'Ja, fjern {name}',
  'basis.removed': '{name} er fjernet',
  'basis.save': 'Gem',
  'basis.saved': 'Gemt',
  'basis.inModel': 'Skrives i en samarbejdsmodel',
  'basis.onePerLine': 'Én på hver linje.',
  'bring.title': 'Indlæs fra regneark',
  'bring.text': 'Vælg en eller flere CSV-filer. Du ser først, hvad der oprettes, ændres og bliver stående. Intet '
    + 'fjernes, og tomme felter ændrer ikke noget.',
  'bring.templates': 'Hent skabeloner',
  'bring.templates.text':
    'Hver skabelon indeholder det, der allerede er. Ret og tilføj rækker i regnearket, gem som »CSV UTF-8«, og vælg '
    + 'filen her. En række uden id er ny eller kendes på navnet. Enheder, mål og målsætninger kan skrives med navn; '
    + 'flere i samme felt adskilles med en lodret streg.',
  'bring.choose': 'Vælg CSV-filer …',
  'bring.busy': 'Læser …',
  'bring.tooLarge': 'Filerne er for store tilsammen. Del dem op, og indlæs dem en ad gangen.',
  'bring.preview': 'Det sker, når du indlæser',
  'bring.summary': '{created} oprettes, {changed} ændres, {unchanged} bliver stående',
  'bring.counts': 'nye: {created} · ændrede: {changed} · uændrede: {unchanged}',
  'bring.created': 'Ny',
  'bring.changed': 'Ændres',
  'bring.row': '{file}, række {row}',
  'bring.nothing': 'tom',
  'bring.submit': 'Indlæs',
  'bring.again': 'Se igen, hvad der sker',
  'bring.done': 'Indlæst: {created} oprettet, {changed} ændret.',
  'bring.faultCount': {
    one: 'Der er én fejl. Intet er indlæst; ret filen, og vælg den igen.',
    other: 'Der er {count} fejl. Intet er indlæst; ret filerne, og vælg dem igen.'
  },
  'bring.faults': 'Fejl i filerne',
  'bring.file': 'Fil',
  'bring.rowHead': 'Række',
  'bring.column': 'Kolonne',
  'bring.fault': 'Fejl',
  'bring.week': 'Indlæs ugen',
}

export const en: Record<keyof typeof da, Message> = {
  'basis.title': 'What the week is made from',
  'basis.link': 'What the week is made from: policies, objectives, units, citizen groups and goals',
  'basis.text': 'Policies, objectives and the yearly selection, units, citizen groups, goals and what follows them up.',
  'basis.parts': 'Write and change',
  'basis.none': 'There are none yet.',
  'basis.add': 'Add',
  'basis.edit': 'Change',
  'basis.editNamed': 'Change {name}',
  'basis.remove': 'Remove',
  'basis.removeNamed': 'Remove {name}',
  'basis.removeSure': 'Yes, remove',
  'basis.removeSureNamed': 'Yes, remove {name}',
  'basis.removed': '{name} is removed',
  'basis.save': 'Save',
  'basis.saved': 'Saved',
  'basis.inModel': 'Written in a collaboration model',
  'basis.onePerLine': 'One on each line.',
  'bring.title': 'Read in from a spreadsheet',
  'bring.text': 'Choose one or more CSV files. You first see what is created, changed and left alone. Nothing is '
    + 'removed, and empty cells change nothing.',
  'bring.templates': 'Get templates',
  'bring.templates.text':
    'Each template holds what is there already. Change and add rows in the spreadsheet, save as “CSV UTF-8”, and '
    + 'choose the file here. A row without an id is new or known by its name. Units, goals and objectives can be '
    + 'written by name; several in one cell are separated by a vertical bar.',
  'bring.choose': 'Choose CSV files …',
  'bring.busy': 'Reading …',
  'bring.tooLarge': 'The files are too large together. Read them in one at a time.',
  'bring.preview': 'This happens when you read it in',
  'bring.summary': '{created} created, {changed} changed, {unchanged} left alone',
  'bring.counts': 'new: {created} · changed: {changed} · unchanged: {unchanged}',
  'bring.created': 'New',
  'bring.changed': 'Changed',
  'bring.row': '{file}, row {row}',
  'bring.nothing': 'empty',
  'bring.submit': 'Read in',
  'bring.again': 'See again what happens',
  'bring.done': 'Read in: {created} created, {changed} changed.',
  'bring.faultCount': {
    one: 'There is one fault. Nothing was read in; correct the file and choose it again.',
    other: 'There are {count} faults. Nothing was read in; correct the files and choose them again.'
  },
  'bring.faults': 'Faults in the files',
  'bring.file': 'File',
  'bring.rowHead': 'Row',
  'bring.column': 'Column',
  'bring.fault': 'Fault',
  'bring.week': 'Read in the week',
}
