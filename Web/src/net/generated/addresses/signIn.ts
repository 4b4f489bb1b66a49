// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { prefix } from '../address'

export const addressOfMe = (): string =>
  prefix + '/me'
