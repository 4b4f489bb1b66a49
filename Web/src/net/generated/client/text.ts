// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  AgendaTemplate, FieldDefinitionsFile, StorageState, ToldLimits,
} from '../../../model/generated/types'
import { request } from '../../rest'
import { id } from '../address'

/** The agendas a session can be made from. */
export const getAgendas = (): Promise<readonly AgendaTemplate[]> =>
  request('GET', '/agendas')

/** The fields of the collaboration model in its three editions. */
export const getFields = (): Promise<FieldDefinitionsFile> =>
  request('GET', '/fields')

/** How long texts may be, and models: what a page tells before somebody comes up against it. */
export const getLimits = (): Promise<ToldLimits> =>
  request('GET', '/limits')

/** This description. */
export const getOpenapiJson = (): Promise<{
  readonly components: Record<string, unknown>
  readonly info: Record<string, unknown>
  readonly openapi: string
  readonly paths: Record<string, unknown>
}> =>
  request('GET', '/openapi.json')

/** A JSON Schema of what is exported: goal-plan, goal-plan-draft or session-outcome. */
export const getSchemasSchemaName = (schemaName: 'goal-plan' | 'goal-plan-draft' | 'session-outcome'): Promise<{
  readonly '$schema': string
  readonly title: string
  readonly type: string
}> =>
  request('GET', `/schemas/${id(schemaName)}`)

/** Whether the server can save at the moment. Asks no disk: pages without a session's connection ask often. */
export const getStorage = (): Promise<StorageState> =>
  request('GET', '/storage')
