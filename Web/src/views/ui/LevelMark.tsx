import type { Level } from '../../model/level'
import { useWords } from '../shared/LanguageContext'

/** A level's shape, colour and word: ○ viden, ◐ koordinering, ● samskabelse. */
export function LevelMark({ level, wordless = false }: { level: Level, wordless?: boolean }) {
  const { t } = useWords()
  const word = t(`level.${level}.short`)
  return (
    <span className={`level ${level}`}>
      <LevelShape level={level} />
      <span className={wordless ? 'visually-hidden' : undefined}>{word}</span>
    </span>
  )
}

export function LevelShape({ level }: { level: Level }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6.5" fill={level === 'coCreation' ? 'currentColor' : 'none'} stroke="currentColor"
        strokeWidth="2" />
      {level === 'coordination' && <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />}
    </svg>
  )
}
