import type { LevelChoice } from '../../model/sessionAreas'
import { useWords } from '../shared/LanguageContext'
import { LevelShape } from '../ui/LevelMark'

/** One of the three levels, or alone: shape, colour and word. */
export function ChoiceMark({ choice }: { choice: LevelChoice }) {
  const { t } = useWords()
  return (
    <span className={`level ${choice}`}>
      {choice === 'alone'
        ? <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <rect x="2" y="2" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        : <LevelShape level={choice} />}
      <span>{t(`levelChoice.${choice}`)}</span>
    </span>
  )
}
