// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { id, prefix } from '../address'

export const addressOfAgendas = (): string =>
  prefix + '/agendas'

export const addressOfFields = (): string =>
  prefix + '/fields'

export const addressOfLimits = (): string =>
  prefix + '/limits'

export const addressOfOpenapiJson = (): string =>
  prefix + '/openapi.json'

export const addressOfSchemasSchemaName = (schemaName: 'goal-plan' | 'goal-plan-draft' | 'session-outcome'): string =>
  prefix + `/schemas/${id(schemaName)}`

export const addressOfStorage = (): string =>
  prefix + '/storage'
