import { useEffect, type RefObject } from 'react'
import { roomIn, type TextKind } from '../../model/textLimit'
import { limits } from '../../net/limits'
import { useWords } from '../shared/LanguageContext'
import { useSignal } from '../shared/useSignal'

/** What to say of a text's length: `over` where the server would not take it, `near` shortly before. */
export interface LimitWords { over: string | null, near: string | null }

const nothing: LimitWords = { over: null, near: null }

/**
 * Tells how long a text may be before it is sent. Nothing is cut: what is too long stays, to be shortened or copied,
 * and the form it stands in is not sent (`setCustomValidity`).
 */
export function useTextLimit(
  text: string, kind: TextKind | undefined, field: RefObject<HTMLInputElement | HTMLTextAreaElement>
): LimitWords {
  const { t, language } = useWords()
  const limit = useSignal(limits.changed, () => kind === undefined ? null : limits.text(kind))
  useEffect(() => limits.ask(), [])
  const words = limit === null ? nothing : wordsFor()
  useEffect(() => field.current?.setCustomValidity(words.over ?? ''), [field, words.over])
  return words

  function wordsFor(): LimitWords {
    if (limit === null) return nothing
    const number = (count: number) => count.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')
    const { over, left, isNear } = roomIn(text, limit)
    if (over > 0) return { over: t('limit.over', { count: over, number: number(over) }), near: null }
    return isNear ? { over: null, near: t('limit.near', { count: left, number: number(left) }) } : nothing
  }
}
