// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { id, prefix } from '../address'

export const addressOfModelsModelIdVersions = (modelId: string): string =>
  prefix + `/models/${id(modelId)}/versions`

export const addressOfModelsModelIdVersionsNumber = (modelId: string, number: string): string =>
  prefix + `/models/${id(modelId)}/versions/${id(number)}`
