import { useState } from 'react'

/**
 * What a leader is typing in an item and hasn't saved. It lives with the page and not with the item, so that it is
 * still there when somebody else takes the item out, and when the page shows something else for a while.
 */
export interface ItemDraft {
  section: string
  /** What the lines said when the leader began. */
  began: Readonly<Record<string, string>>
  texts: Readonly<Record<string, string>>
  /**
   * The plan's revision that the leader has before their eyes; null after a refusal has told what the lines say now.
   */
  seen: number | null
}

/** The key of what is written for an item that isn't in the plan yet; no item's id begins so. */
export const newItem = (place: string) => `+${place}`

export interface ItemDrafts {
  drafts: Readonly<Record<string, ItemDraft>>
  /** `more` is what stands in the form from the start, and counts as written. */
  begin: (
    id: string, section: string, values: Record<string, string>, revision: number, more?: Record<string, string>
  ) => void
  write: (id: string, field: string, text: string) => void
  /** The next try is made against the plan as it is then. */
  refused: (id: string) => void
  end: (id: string) => void
}

export function useItemDrafts(): ItemDrafts {
  const [drafts, setDrafts] = useState<Readonly<Record<string, ItemDraft>>>({})
  const update = (id: string, change: (draft: ItemDraft) => ItemDraft) => setDrafts(before => {
    const draft = before[id]
    return draft ? { ...before, [id]: change(draft) } : before
  })
  return {
    drafts,
    begin: (id, section, values, revision, more = {}) => setDrafts(before => ({
      ...before, [id]: { section, began: values, texts: { ...values, ...more }, seen: revision }
    })),
    write: (id, field, text) => update(id, draft => ({ ...draft, texts: { ...draft.texts, [field]: text } })),
    refused: id => update(id, draft => ({ ...draft, seen: null })),
    end: id => setDrafts(before => Object.fromEntries(Object.entries(before).filter(([one]) => one !== id))),
  }
}

/** The lines that differ from what they said at first: two leaders can write in one item. */
export function changedLines(draft: ItemDraft): Record<string, string> {
  return Object.fromEntries(Object.entries(draft.texts).filter(([field, text]) => text !== (draft.began[field] ?? '')))
}
