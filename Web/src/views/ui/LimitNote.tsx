import type { LimitWords } from './useTextLimit'

/** Below a field: what is too much, or that there is little room left. Read aloud when it begins to be so. */
export function LimitNote({ words, id }: { words: LimitWords, id: string }) {
  return (
    <span id={id} role="status">
      {words.over !== null && <span className="error-text" data-testid="limit-over">{words.over}</span>}
      {words.near !== null && <span className="hint" data-testid="limit-near">{words.near}</span>}
    </span>
  )
}
