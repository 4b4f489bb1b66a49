import type { Message } from './message'

/** Writing and rehearsing the agenda. */
export const da = {
  'agendaEdit.title': 'Redigér programmet',
  'agendaEdit.close': 'Færdig',
  'agendaEdit.text': 'Ændringer gælder for alle med det samme. Træk et punkt, eller brug pilene; Alt+↑ og Alt+↓ '
    + 'flytter det punkt, du står i.',
  'agendaEdit.total': { one: '{count} minut i alt', other: '{count} minutter i alt' },
  'agendaEdit.ends': 'slutter kl. {time}',
  'agendaEdit.fits': 'Det passer med sluttiden.',
  'agendaEdit.over': {
    one: 'Det er {count} minut over sluttiden kl. {time}.', other: 'Det er {count} minutter over sluttiden kl. {time}.'
  },
  'agendaEdit.left': {
    one: 'Der er {count} minut tilovers inden kl. {time}.', other: 'Der er {count} minutter tilovers inden kl. {time}.'
  },
  'agendaEdit.now': 'i gang',
  'agendaEdit.past': 'overstået',
  'agendaEdit.worksOn': 'Samarbejde: {models}',
  'agendaEdit.open': 'Ret',
  'agendaEdit.openNamed': 'Ret {phase}',
  'agendaEdit.add': 'Tilføj punkt',
  'agendaEdit.removed': '{phase} er fjernet',
  'agendaEdit.phaseTitle': 'Punkt',
  'agendaEdit.minutes': 'Minutter',
  'agendaEdit.minutes.wrong': 'Skriv et helt tal, højst 1440.',
  'agendaEdit.question': 'Spørgsmål',
  'agendaEdit.question.hint': 'Det, deltagerne bliver spurgt om. Kan være tomt.',
  'agendaEdit.models': 'Hvilke samarbejder arbejder I i?',
  'agendaEdit.save': 'Gem punktet',
  'agendaEdit.template': 'Skabelon',
  'agendaEdit.templateUse': 'Brug skabelonen',
  'agendaEdit.templateSure': 'Erstat alle kommende punkter',
  'agendaEdit.nowSays': 'Nu står der: {phase}',
  'rehearsal.start': 'Prøv programmet alene',
  'rehearsal.title': 'Prøve',
  'rehearsal.text': 'Det er kun dig, der ser det her. Ingen andre flyttes, og intet af det gemmes.',
  'rehearsal.end': 'Slut prøven',
  'rehearsal.screen': 'På storskærmen',
  'rehearsal.not': 'Det sker ikke i en prøve.',
  'rehearsal.moved': 'Sessionen er gået videre imens. Slut prøven for at se den.',
  'agendaEdit.place': 'Programmet: tryk Tab for at komme til knappen',
}

export const en: Record<keyof typeof da, Message> = {
  'agendaEdit.title': 'Edit the programme',
  'agendaEdit.close': 'Done',
  'agendaEdit.text':
    'Changes hold for everybody at once. Drag an item, or use the arrows; Alt+↑ and Alt+↓ move the item you are in.',
  'agendaEdit.total': { one: '{count} minute in all', other: '{count} minutes in all' },
  'agendaEdit.ends': 'ends at {time}',
  'agendaEdit.fits': 'It fits the end.',
  'agendaEdit.over': {
    one: 'That is {count} minute past the end at {time}.', other: 'That is {count} minutes past the end at {time}.'
  },
  'agendaEdit.left': {
    one: 'There is {count} minute left before {time}.', other: 'There are {count} minutes left before {time}.'
  },
  'agendaEdit.now': 'under way',
  'agendaEdit.past': 'passed',
  'agendaEdit.worksOn': 'Collaboration: {models}',
  'agendaEdit.open': 'Change',
  'agendaEdit.openNamed': 'Change {phase}',
  'agendaEdit.add': 'Add an item',
  'agendaEdit.removed': '{phase} is removed',
  'agendaEdit.phaseTitle': 'Item',
  'agendaEdit.minutes': 'Minutes',
  'agendaEdit.minutes.wrong': 'Write a whole number, 1440 at most.',
  'agendaEdit.question': 'Question',
  'agendaEdit.question.hint': 'What participants are asked. May be empty.',
  'agendaEdit.models': 'Which collaborations do you work in?',
  'agendaEdit.save': 'Save the item',
  'agendaEdit.template': 'Template',
  'agendaEdit.templateUse': 'Use the template',
  'agendaEdit.templateSure': 'Replace all coming items',
  'agendaEdit.nowSays': 'It says now: {phase}',
  'rehearsal.start': 'Try the programme alone',
  'rehearsal.title': 'Rehearsal',
  'rehearsal.text': 'Only you see this. Nobody else is moved, and nothing of it is kept.',
  'rehearsal.end': 'End the rehearsal',
  'rehearsal.screen': 'On the big screen',
  'rehearsal.not': 'That does not happen in a rehearsal.',
  'rehearsal.moved': 'The session has gone on meanwhile. End the rehearsal to see it.',
  'agendaEdit.place': 'The programme: press Tab to reach the button',
}
