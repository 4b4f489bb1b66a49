import * as access from './access'
import * as agenda from './agenda'
import * as basis from './basis'
import * as citizen from './citizen'
import * as confirmation from './confirmation'
import * as draft from './draft'
import * as exports from './exports'
import * as general from './general'
import * as join from './join'
import * as marketplace from './marketplace'
import * as model from './model'
import * as plan from './plan'
import * as privacy from './privacy'
import * as reach from './reach'
import * as reading from './reading'
import * as removal from './removal'
import * as session from './session'
import * as tools from './tools'
import * as unsent from './unsent'
import * as week from './week'
import * as weeks from './weeks'
import * as year from './year'
import type { Message } from './message'

/** What the page says in Danish. A part of it holds both languages, so that they are read and changed together. */
export const da = {
  ...access.da,
  ...agenda.da,
  ...basis.da,
  ...citizen.da,
  ...confirmation.da,
  ...draft.da,
  ...exports.da,
  ...general.da,
  ...join.da,
  ...marketplace.da,
  ...model.da,
  ...plan.da,
  ...privacy.da,
  ...reach.da,
  ...reading.da,
  ...removal.da,
  ...session.da,
  ...tools.da,
  ...unsent.da,
  ...week.da,
  ...weeks.da,
  ...year.da,
}

/** What the page says in English. */
export const en: Record<keyof typeof da, Message> = {
  ...access.en,
  ...agenda.en,
  ...basis.en,
  ...citizen.en,
  ...confirmation.en,
  ...draft.en,
  ...exports.en,
  ...general.en,
  ...join.en,
  ...marketplace.en,
  ...model.en,
  ...plan.en,
  ...privacy.en,
  ...reach.en,
  ...reading.en,
  ...removal.en,
  ...session.en,
  ...tools.en,
  ...unsent.en,
  ...week.en,
  ...weeks.en,
  ...year.en,
}
