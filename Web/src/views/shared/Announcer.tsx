import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react'

const Context = createContext<(text: string) => void>(() => undefined)

/** One polite live region for the whole page. It says summaries; it never repeats what people type. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState('')
  const clearing = useRef<ReturnType<typeof setTimeout>>()
  const announce = useCallback((next: string) => {
    clearTimeout(clearing.current)
    setText(next)
    // Emptied, so that the same words are read again the next time.
    clearing.current = setTimeout(() => setText(''), 4_000)
  }, [])
  return (
    <Context.Provider value={announce}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite" data-testid="announcer">{text}</div>
    </Context.Provider>
  )
}

export function useAnnounce(): (text: string) => void {
  return useContext(Context)
}
