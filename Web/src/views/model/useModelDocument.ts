import { useEffect, useState } from 'react'
import { identityOf } from '../../model/identity'
import type { SessionDetails } from '../../model/session'
import { unitTone } from '../../model/unitTone'
import { ModelDocument } from '../../net/modelDocument'
import type { SessionAccess } from '../session/SessionContext'

/** Opens the model's document while the page is shown, and tells the others who one is. */
export function useModelDocument(
  modelId: string, { details, definitions, week, view }: SessionAccess
): ModelDocument | null {
  const [document, setDocument] = useState<ModelDocument | null>(null)
  const identity = identityOf(details)
  useEffect(() => {
    const opened = new ModelDocument(modelId, identity, definitions.fields)
    setDocument(opened)
    return () => opened.destroy()
  }, [modelId, identity, definitions])
  const { title } = view.models.find(one => one.id === modelId) ?? { title: '' }
  useEffect(() => {
    document?.describe({
      sessionId: details.id, session: details.title, model: title, name: details.me.displayName ?? ''
    })
  }, [document, details.id, details.title, details.me.displayName, title])
  const parties = [...week.units, ...week.externalParties].map(one => one.id)
  const user = JSON.stringify(userOf(details, parties))
  useEffect(() => { document?.awareness.setLocalStateField('user', JSON.parse(user) as object) }, [document, user])
  return document
}

function userOf({ me, role }: SessionDetails, parties: readonly string[]) {
  const unitId = me.unitId ?? me.externalId ?? ''
  return {
    participantId: me.participantId ?? '', name: me.displayName ?? '', role, color: `tone-${unitTone(unitId, parties)}`,
    unitId
  }
}
