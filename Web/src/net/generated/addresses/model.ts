// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { id, prefix } from '../address'

export const addressOfModelsModelId = (modelId: string): string =>
  prefix + `/models/${id(modelId)}`
