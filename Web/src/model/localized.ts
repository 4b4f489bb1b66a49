import type { Language, LocalizedText as Localized } from './generated/types'

/** Text that comes from the server in both languages. */
export type { Language, LocalizedText as Localized } from './generated/types'

export function pick(text: Localized, language: Language): string {
  return language === 'en' && text.en !== '' ? text.en : text.da
}
