import { useSession } from './SessionContext'

/** What a value means here; empty where nobody has said so. */
export function useInterpretation(valueId: string): string {
  const { details, view } = useSession()
  return view.state.areas.interpretations.get(valueId) ?? details.values?.find(one => one.valueId === valueId)?.text
    ?? ''
}
