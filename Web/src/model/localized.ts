export type Language = 'da' | 'en'

/** Text that comes from the server in both languages. */
export interface Localized {
  da: string
  en: string
}

export function pick(text: Localized, language: Language): string {
  return language === 'en' && text.en !== '' ? text.en : text.da
}
