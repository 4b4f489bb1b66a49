import { mayFacilitate } from '../../model/session'
import { ModelPage } from '../model/ModelPage'
import { AttentionBanner } from '../together/AttentionBanner'
import { FacilitatorBar } from './FacilitatorBar'
import { LiveSession } from './LiveSession'
import { SessionPage } from './SessionPage'
import { Shortcuts } from './Shortcuts'
import { useSession } from './SessionContext'

/** Keeps the session's connection while one goes between its page and its models. */
export function SessionFrame({ sessionId, modelId }: { sessionId: string, modelId: string | null }) {
  return <LiveSession sessionId={sessionId}><Pages modelId={modelId} /></LiveSession>
}

function Pages({ modelId }: { modelId: string | null }) {
  const { details } = useSession()
  return (
    <>
      <AttentionBanner modelId={modelId} />
      {modelId === null ? <SessionPage /> : <ModelPage key={modelId} modelId={modelId} />}
      <Shortcuts />
      {mayFacilitate(details.role) && <FacilitatorBar />}
    </>
  )
}
