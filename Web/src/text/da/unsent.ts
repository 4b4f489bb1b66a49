/** What the page says in Danish about text that the server does not have. */
export const unsent = {
  'unsent.title': 'Du har tekst her, der ikke er sendt',
  'unsent.title.other': 'Der er tekst i denne browser, som ikke er sendt',
  'unsent.lead':
    {
      one: 'Den er skrevet i {where}. Den bliver her, til du har bestemt, hvad der skal ske med den.',
      other: 'Den er skrevet {count} steder, blandt andet i {where}. Den bliver her, til du har bestemt, hvad der '
        + 'skal ske med den.'
    },
  'unsent.lead.other':
    {
      one: 'En, der har brugt browseren før, har skrevet den i {where}. Er det dig, så åbn den.',
      other: 'De, der har brugt browseren før, har skrevet den {count} steder, blandt andet i {where}. Er det dig, så '
        + 'åbn den.'
    },
  'unsent.where': '»{model}«',
  'unsent.whereUnknown': 'en samarbejdsmodel',
  'unsent.open': 'Se teksten',
  'unsent.close': 'Skjul teksten',
  'unsent.session': 'Session: {session}',
  'unsent.when': 'Skrevet {when}',
  'unsent.by': 'Skrevet under navnet {name}',
  'unsent.onlyHere': 'Browseren kunne ikke gemme teksten. Den findes kun, så længe siden er åben.',
  'unsent.foreign': 'Teksten er skrevet af en, der var med i denne browser før. Vis den kun, hvis det er dig.',
  'unsent.show': 'Vis teksten',
  'unsent.words': 'Det, der ikke er sendt',
  'unsent.somewhere': 'Et sted i modellen',
  'unsent.inRemovedRow': '{place} – i en række, der er fjernet',
  'unsent.other': 'Der er også slettet, valgt eller rettet noget, som følger med, hvis du sender.',
  'unsent.noWords': 'Der er kun slettet, valgt eller rettet noget, så der er ingen tekst at vise.',
  'unsent.send': 'Send teksten',
  'unsent.sending': 'Sender …',
  'unsent.sent': 'Teksten er sendt og gemt på serveren',
  'unsent.copy': 'Kopiér',
  'unsent.copied': 'Kopieret',
  'unsent.copyFailed': 'Browseren lader ikke siden kopiere. Markér teksten, eller gem den som fil.',
  'unsent.save': 'Gem som fil',
  'unsent.saved': 'Teksten er gemt som fil. Den bliver også her.',
  'unsent.throwAway': 'Smid væk',
  'unsent.throwAwaySure': 'Ja, smid væk – kan ikke fortrydes',
  'unsent.thrownAway': 'Teksten er smidt væk',
  'unsent.notRemoved': 'Browseren kunne ikke fjerne teksten. Prøv igen.',
  'unsent.toModel': 'Åbn modellen',
  'unsent.mayNot.checking': 'Ser efter, om du kan sende den …',
  'unsent.mayNot.unreachable':
    'Den kan ikke sendes nu, for der er ingen forbindelse til serveren. Prøv igen, når du er på nettet.',
  'unsent.mayNot.noAccess': 'Den kan ikke sendes herfra: Enten har du ikke adgang til modellen, eller også er den '
    + 'slettet. Brug din kode eller dit link igen, eller tag en kopi af teksten.',
  'unsent.mayNot.closed': 'Den kan ikke sendes nu, for modellen er låst, sessionen er slut, eller du må kun læse. '
    + 'Vent, eller tag en kopi af teksten.',
  'unsent.mayNot.anotherDocument': 'Den kan ikke flettes ind, for modellen på serveren er en anden end den, teksten '
    + 'blev skrevet i. Kopiér teksten, og sæt den ind, hvor den hører til.',
  'unsent.mayNot.cannotSave': 'Den kan ikke sendes nu, for serveren kan ikke gemme. Prøv igen om lidt.',
  'unsent.mayNot.full':
    'Den kan ikke sendes, for der er ikke plads til mere. Kopiér teksten, eller sig det til facilitatoren.',
  'unsent.mayNot.tooOften': 'Den kan ikke sendes lige nu, for der kommer for meget på én gang. Prøv igen om lidt.',
  'unsent.refusedNotKept': 'Serveren tager ikke imod det sidste, du skrev, og browseren kan ikke gemme det. Det '
    + 'findes kun på denne side. Lad den være åben, eller kopiér teksten.',
  'unsent.hidden': 'Du har skrevet i et felt, som niveauet ikke viser: {fields}. Teksten står i modellen og vises '
    + 'igen, når niveauet viser feltet.',
  'unsent.file.title': 'Tekst, der ikke er sendt',
  'unsent.file.model': 'Model: {model}',
  'unsent.file.written': 'Skrevet: {text}',
  'unsent.file.context': 'Her stod det: {text}',
  'unsent.file.name': 'ikke-sendt',
  'signOut.unsent.title': 'Der er tekst i browseren, som ikke er sendt',
  'signOut.unsent.text': 'Bliver den liggende, kan den, der bruger browseren næste gang, finde den. På en lånt '
    + 'maskine bør du sende, kopiere eller gemme teksten først og så smide den væk.',
  'signOut.unsent.keep': 'Log ud, og lad teksten ligge her',
  'signOut.unsent.throwAway': 'Smid teksten væk, og log ud',
  'signOut.unsent.throwAwaySure': 'Ja, smid væk, og log ud',
  'signOut.unsent.stay': 'Bliv logget ind',
} as const
