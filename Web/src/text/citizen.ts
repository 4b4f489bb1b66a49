import type { Message } from './message'

/** A plan as citizens read it. */
export const da = {
  'citizen.title': '{unit}: det arbejder vi med',
  'citizen.titleYear': '{unit}: det arbejder vi med i {year}',
  'citizen.preview': 'Sådan kan borgerne læse planen, hvis du viser den nu.',
  'citizen.noGoals': 'Planen har ingen mål endnu.',
  'citizen.current': 'Her er vi',
  'citizen.desired': 'Her vil vi hen',
  'citizen.deadline': 'Det vil vi nå inden',
  'citizen.tried': 'Det prøver vi',
  'citizen.signs': 'Det ser vi efter',
  'citizen.milestones': 'Undervejs',
  'citizen.status': 'Hvor langt vi er',
  'citizen.notSeen': 'Der er ikke skrevet noget om det endnu.',
}

export const en: Record<keyof typeof da, Message> = {
  'citizen.title': '{unit}: what we work on',
  'citizen.titleYear': '{unit}: what we work on in {year}',
  'citizen.preview': 'This is what citizens read if you show the plan now.',
  'citizen.noGoals': 'The plan has no goals yet.',
  'citizen.current': 'Where we are',
  'citizen.desired': 'Where we want to be',
  'citizen.deadline': 'To be reached by',
  'citizen.tried': 'What we try',
  'citizen.signs': 'What we look for',
  'citizen.milestones': 'On the way',
  'citizen.status': 'How far we are',
  'citizen.notSeen': 'Nothing has been written about it yet.',
}
