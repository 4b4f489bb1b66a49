import type { Language } from '../model/localized'
import { da, en } from './catalogue'
import { worded, type Message, type Parameters } from './message'

export type MessageKey = keyof typeof da
export type Translate = (key: MessageKey, parameters?: Parameters) => string

const catalogues: Record<Language, Record<MessageKey, Message>> = { da, en }

export function translate(language: Language, key: MessageKey, parameters: Parameters = {}): string {
  return worded(catalogues[language][key], parameters)
}
