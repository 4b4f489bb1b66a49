/** What the page says in Danish when the server is not heard: each reason by itself, and what to do about it. */
export const reach = {
  'reach.offline': 'Du er offline.',
  'reach.offline.detail': 'Der er intet net.',
  'reach.unreachable': 'Serveren kan ikke nås.',
  'reach.unreachable.detail': 'Enten er nettet væk, eller også er serveren slukket.',
  'reach.silent': 'Serveren svarer ikke.',
  'reach.silent.detail':
    'Der er net, men der kommer intet svar. Varer det mere end et par minutter, så sig det til facilitatoren.',
  'reach.gateway': 'Serveren svarer ikke lige nu.',
  'reach.gateway.detail': 'Noget, der står foran serveren på nettet, svarer med en fejl i stedet for den. Måske '
    + 'bliver den genstartet. Varer det mere end et par minutter, så sig det til facilitatoren.',
  'reach.busy': 'Serveren er ikke klar lige nu.',
  'reach.busy.detail': 'Den har bedt om at få lidt tid.',
  'reach.portal': 'Netværket viser en anden side i stedet for Samspil.',
  'reach.portal.detail': 'Det gør et gæstenet, før man har logget ind eller sagt ja til dets vilkår. Åbn en ny fane, '
    + 'log ind på nettet, og kom tilbage hertil.',
  'reach.blocked': 'Den direkte forbindelse til serveren bliver afvist.',
  'reach.blocked.detail':
    'Siden kan hente fra serveren, men ikke få den forbindelse, I skriver sammen over. Enten lukker netværket for '
    + 'den, eller også er der for mange forbundet fra det. Brug et andet net, fx telefonens. Bliver det ved, så bed '
    + 'jeres it-afdeling om at åbne for WebSocket til {host}.',
  'reach.restart': 'Serveren bliver genstartet.',
  'reach.restart.detail': 'Det tager som regel under et minut.',
  'reach.overloaded': 'Serveren har bedt siden om at forbinde igen.',
  'reach.overloaded.detail': 'Det er der ikke noget galt i.',
  'reach.tooMany': 'Serveren har afbrudt, fordi der kom for meget på én gang herfra.',
  'reach.tooMany.detail': 'Siden venter lidt. Det hjælper ikke at trykke flere gange.',
  'reach.malformed': 'Serveren kunne ikke læse det, siden sendte.',
  'reach.malformed.detail': 'Det er en fejl i Samspil. Siden prøver igen med længere og længere mellemrum. Kopiér det '
    + 'sidste, du har skrevet, til et dokument hos dig selv, åbn siden igen, og sig det til facilitatoren.',
  'reach.tooLarge': 'Noget af det, du har skrevet, er for stort til at blive sendt.',
  'reach.tooLarge.detail':
    'Kopiér det sidste, du satte ind, til et dokument hos dig selv, fortryd det her, og sæt det ind i mindre dele.',
  'reach.internal': 'Der er en fejl på serveren.',
  'reach.internal.detail': 'Varer det mere end et par minutter, så sig det til facilitatoren.',
  'reach.again': 'Siden forbinder selv igen, så snart det kan lade sig gøre.',
  'reach.tryAgain': 'Intet er gået tabt. Prøv igen om lidt.',
  'reach.kept': 'Det, du skriver, er gemt her og sendes, når der er forbindelse igen og du har modellen åben.',
  'reach.notKept': 'Lad siden være åben, til der er forbindelse igen: browseren kan ikke gemme her.',
  'reach.nothingYet': 'Derfor kan modellen ikke vises endnu.',
  'reach.stale': 'Det, du ser, kan være forældet.',
  'limit.over': {
    one: 'Teksten er {number} tegn for lang. Kort den ned; intet er slettet.',
    other: 'Teksten er {number} tegn for lang. Kort den ned; intet er slettet.'
  },
  'limit.near': {
    one: 'Der er plads til omkring {number} tegn mere.', other: 'Der er plads til omkring {number} tegn mere.'
  },
  'save.apart': {
    one: 'Ikke forbundet – {count} ændring ikke sendt', other: 'Ikke forbundet – {count} ændringer ikke sendt'
  },
  'save.apart.unknown': 'Ikke forbundet',
  'save.apart.none': 'Ikke forbundet – alt er sendt',
  'model.unknown': 'Modellen findes ikke længere, eller du er ikke med her mere.',
  'model.deleted': 'Modellen er slettet.',
} as const
