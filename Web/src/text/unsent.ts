import type { Message } from './message'

/** Work that the server has not got, and signing out from it. */
export const da = {
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
  'drafts.lead': 'Du begyndte at skrive det her, men det er ikke sendt. Det bliver stående, til du smider det væk.',
  'drafts.copyNamed': 'Kopiér: {label}',
  'drafts.copyFailed': 'Browseren lader ikke siden kopiere. Markér teksten, og kopiér den selv.',
  'drafts.throwAwayNamed': 'Smid væk: {label}',
  'drafts.toSession': 'Til sessionens side',
  'drafts.comment': 'Kommentar til »{field}«',
  'drafts.idea': 'Svar på »{question}«',
  'drafts.evaluation': 'Bemærkning til evalueringen',
  'drafts.parked': 'Noget, der skal huskes',
  'drafts.value': 'Hvad »{value}« betyder her',
  'drafts.say': 'Besked til alle',
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
}

export const en: Record<keyof typeof da, Message> = {
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
  'drafts.lead': 'You began to write this, but it has not been sent. It stays here until you throw it away.',
  'drafts.copyNamed': 'Copy: {label}',
  'drafts.copyFailed': 'The browser does not let the page copy. Select the text and copy it yourself.',
  'drafts.throwAwayNamed': 'Throw away: {label}',
  'drafts.toSession': 'To the session’s page',
  'drafts.comment': 'Comment on ‘{field}’',
  'drafts.idea': 'Answer to ‘{question}’',
  'drafts.evaluation': 'Remark for the evaluation',
  'drafts.parked': 'Something to be remembered',
  'drafts.value': 'What ‘{value}’ means here',
  'drafts.say': 'Message to everybody',
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
}
