import type { Language } from '../model/localized'
import { da } from './da'
import { en } from './en'

/** A message, or two where the number decides. `{name}` is filled in. */
export type Message = string | { one: string, other: string }
export type MessageKey = keyof typeof da
export type Parameters = Readonly<Record<string, string | number>>

const catalogues: Record<Language, Record<MessageKey, Message>> = { da, en }

export function translate(language: Language, key: MessageKey, parameters: Parameters = {}): string {
  const message = catalogues[language][key]
  const text = typeof message === 'string' ? message : parameters['count'] === 1 ? message.one : message.other
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole))
}

export type Translate = (key: MessageKey, parameters?: Parameters) => string
