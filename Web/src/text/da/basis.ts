/** What a week is made from, and bringing it in from files, in Danish. */
export const basis = {
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
} as const
