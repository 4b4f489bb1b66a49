import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { pick, type Language, type Localized } from '../../model/localized'
import { keepSetting, readSetting } from '../../net/browserSetting'
import { translate, type Translate } from '../../text/translate'

interface Words {
  language: Language
  t: Translate
  /** The server's own text in the reader's language. */
  own: (text: Localized) => string
  setLanguage: (language: Language) => void
}

const storageKey = 'samspil.language'

const Context = createContext<Words | null>(null)

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(remembered)
  useEffect(() => { document.documentElement.lang = language }, [language])
  const words = useMemo<Words>(() => ({
    language,
    t: (key, parameters) => translate(language, key, parameters),
    own: text => pick(text, language),
    setLanguage: next => {
      setLanguage(next)
      keepSetting(storageKey, next)
    },
  }), [language])
  return <Context.Provider value={words}>{children}</Context.Provider>
}

export function useWords(): Words {
  const words = useContext(Context)
  if (!words) throw new Error('useWords outside LanguageProvider')
  return words
}

function remembered(): Language {
  return readSetting(storageKey) === 'en' ? 'en' : 'da'
}
