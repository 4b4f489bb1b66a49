// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  VersionView,
} from '../../../model/generated/types'
import { request } from '../../rest'
import { id } from '../address'

/** What a model said before: when, and which parties wrote. The newest first. */
export const getModelsModelIdVersions = (modelId: string): Promise<readonly VersionView[]> =>
  request('GET', `/models/${id(modelId)}/versions`)

/** One version, with the document as a Yjs update in base64. */
export const getModelsModelIdVersionsNumber = (modelId: string, number: string): Promise<VersionView> =>
  request('GET', `/models/${id(modelId)}/versions/${id(number)}`)

/** Keep what a model says now, unless that is what was kept last. */
export const postModelsModelIdVersions = (modelId: string): Promise<VersionView> =>
  request('POST', `/models/${id(modelId)}/versions`)
