import type { DraftGap } from '../../model/goalPlanDraft'
import { useWords } from '../shared/LanguageContext'

/** What is missing, beside the thing that misses it. */
export function GapNotes({ gaps }: { gaps: readonly DraftGap[] }) {
  const { own } = useWords()
  if (gaps.length === 0) return null
  return <ul className="gap-notes">{gaps.map((gap, index) => <li key={index}>{own(gap.sentence)}</li>)}</ul>
}
