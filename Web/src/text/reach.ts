import type { Message } from './message'

/** Why the server is not heard, and what it refuses. */
export const da = {
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
}

export const en: Record<keyof typeof da, Message> = {
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
}
