import { memo, type ReactNode } from 'react'
import type * as Y from 'yjs'
import { resolvePosition, type Peer } from '../../model/peer'
import { unitTone } from '../../model/unitTone'
import { useSessionSetting } from '../session/SessionContext'

interface Mark { at: number, peer: Peer, from: number, to: number }

/**
 * The same text beneath the text field, set exactly alike: it makes the field as high as its text,
 * and shows where others have their carets and what they have selected. Not read aloud.
 */
export const TextMirror = memo(
  function TextMirror({ value, text, peers }: { value: string, text: Y.Text | null, peers: readonly Peer[] }) {
    const { week } = useSessionSetting()
    const ids = [...week.units, ...week.externalParties].map(one => one.id)
    const marks: Mark[] = []
    for (const peer of text ? peers : []) {
      const head = text && resolvePosition(peer.head, text)
      const anchor = text && resolvePosition(peer.anchor, text)
      if (head !== null) {
        marks.push({ at: head, peer, from: Math.min(head, anchor ?? head), to: Math.max(head, anchor ?? head) })
      }
    }
    return <div className="co-mirror" aria-hidden="true" translate="no">{pieces(value, marks, ids)}{'\u200b'}</div>
  }
)

function pieces(value: string, marks: readonly Mark[], ids: readonly string[]): ReactNode[] {
  const cuts = [...new Set([0, value.length, ...marks.flatMap(mark => [mark.from, mark.to])])]
    .filter(cut => cut <= value.length)
    .sort((a, b) => a - b)
  const nodes: ReactNode[] = []
  cuts.forEach((cut, index) => {
    for (const mark of marks) {
      if (mark.at !== cut) continue
      nodes.push(<span key={`caret ${mark.peer.clientId}`}
        className={`co-caret tone-${unitTone(mark.peer.user.unitId, ids)}`}>
        <span className="co-name">{mark.peer.user.name}</span>
      </span>)
    }
    const next = cuts[index + 1]
    if (next === undefined) return
    const selecting = marks.find(mark => mark.from <= cut && mark.to >= next && mark.to > mark.from)
    const part = value.slice(cut, next)
    nodes.push(selecting
      ? <span key={cut} className={`co-selection tone-${unitTone(selecting.peer.user.unitId, ids)}`}>{part}</span>
      : part)
  })
  return nodes
}
