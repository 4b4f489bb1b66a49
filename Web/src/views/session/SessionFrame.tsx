import { useState } from 'react'
import { mayFacilitate } from '../../model/session'
import { RehearsalPage } from '../agenda/RehearsalPage'
import { ModelPage } from '../model/ModelPage'
import { ReadingPage } from '../reading/ReadingPage'
import { CallBanner } from './CallBanner'
import { FacilitatorBar } from './FacilitatorBar'
import { LiveSession } from './LiveSession'
import { SessionPage } from './SessionPage'
import { Shortcuts } from './Shortcuts'
import { useSessionSetting } from './SessionContext'
import { TimerSound } from './TimerSound'

/** Keeps the session's connection while one goes between its page and its models. */
export function SessionFrame({ sessionId, modelId, isReading = false }: {
  sessionId: string, modelId: string | null, isReading?: boolean
}) {
  return <LiveSession sessionId={sessionId}><Pages modelId={modelId} isReading={isReading} /></LiveSession>
}

function Pages({ modelId, isReading }: { modelId: string | null, isReading: boolean }) {
  const { details } = useSessionSetting()
  const [isRehearsing, setRehearsing] = useState(false)
  if (isRehearsing && modelId === null) return <RehearsalPage onEnd={() => setRehearsing(false)} />
  return (
    <>
      <CallBanner modelId={modelId} />
      {modelId === null
        ? <SessionPage onRehearse={() => setRehearsing(true)} />
        : isReading ? <ReadingPage key={modelId} modelId={modelId} /> : <ModelPage key={modelId} modelId={modelId} />}
      <TimerSound />
      <Shortcuts />
      {mayFacilitate(details.role) && <FacilitatorBar />}
    </>
  )
}
