import { useState } from 'react'
import { mixedGroups } from '../../model/groupMaking'
import type { BreakoutGroup } from '../../model/sessionAreas'
import { useWords } from '../shared/LanguageContext'
import { useSession } from './SessionContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useMost } from '../ui/useMost'
import { useCommand } from './useCommand'
import { usePeople } from './usePeople'

type Making = 'mix' | 'choice' | 'hand'

/**
 * The facilitator makes groups: mixed by unit, chosen by people themselves, or by hand. Nobody moves before it is sent.
 */
export function GroupsTool() {
  const { t } = useWords()
  const { view } = useSession()
  const { send, error } = useCommand()
  const { everybody } = usePeople()
  const { groups } = view.state.areas
  const most = useMost('groups')
  const [making, setMaking] = useState<Making>('mix')
  const [count, setCount] = useState(2)
  const [draft, setDraft] = useState<BreakoutGroup[] | null>(null)
  const name = (number: number) => t('groups.number', { number })
  const propose = () => {
    const people = making === 'mix' ? everybody.filter(one => view.present.has(one.id)) : []
    setDraft(mixedGroups(people, count, name))
  }
  const form = async () => {
    if (draft !== null && await send({ kind: 'formGroups', groups: draft, byChoice: making === 'choice' })) {
      setDraft(null)
    }
  }
  return (
    <div className="stack">
      <fieldset className="field"><legend>{t('groups.making')}</legend>
        <div className="cluster">{(['mix', 'choice', 'hand'] as const).map(one => (
          <label key={one} className="choice"><input type="radio" name="groups-making" checked={making === one}
            onChange={() => { setMaking(one); setDraft(null) }} data-testid={`groups-${one}`} />
            <span>{t(`groups.making.${one}`)}</span>
          </label>
        ))}</div></fieldset>
      <div className="cluster form-line">
        <div className="field"><label htmlFor="groups-count">{t('groups.count')}</label>
          <input id="groups-count" className="input minutes-input" type="number" min={1}
            max={Number.isFinite(most) ? most : undefined} value={count}
            onChange={event => setCount(Math.min(most, Math.max(1, Number(event.target.value) || 1)))}
            data-testid="groups-count" /></div>
        <button type="button" className="button" onClick={propose} data-testid="groups-propose">
          {t('groups.propose')}
        </button>
        {groups.length > 0 && <button type="button" className="button"
          onClick={() => void send({ kind: 'recallGroups' })} data-testid="groups-recall">{t('groups.recall')}</button>}
      </div>
      {draft !== null && <>
        <GroupDraft draft={draft} onChange={setDraft} />
        <p><button type="button" className="button primary" onClick={() => void form()}
          data-testid="groups-form">{t('groups.form')}</button></p>
      </>}
      {error !== null && <ProblemNotice error={error} focus />}
    </div>
  )
}

/** Who goes where, and what each works on, before it is sent. */
function GroupDraft({ draft, onChange }: { draft: BreakoutGroup[], onChange: (groups: BreakoutGroup[]) => void }) {
  const { t } = useWords()
  const { view } = useSession()
  const { everybody, nameAndUnit } = usePeople()
  const place = (id: string): string => draft.find(one => one.members.includes(id))?.groupId ?? ''
  const move = (id: string, groupId: string) => onChange(draft.map(group => ({
    ...group, members: [...group.members.filter(one => one !== id), ...group.groupId === groupId ? [id] : []]
  })))
  const work = (groupId: string, modelId: string) => onChange(draft.map(({ modelId: before, ...group }) =>
    group.groupId !== groupId
      ? before === undefined ? group : { ...group, modelId: before }
      : modelId === '' ? group : { ...group, modelId }))
  return (
    <div className="stack">
      <div className="form-grid">{draft.map(group => (
        <div key={group.groupId}
          className="field"><label htmlFor={`work-${group.groupId}`}>{t('groups.works', { group: group.name })}</label>
          <select id={`work-${group.groupId}`} className="select" value={group.modelId ?? ''}
            onChange={event => work(group.groupId, event.target.value)} data-testid={`work-${group.groupId}`}>
            <option value="">{t('groups.noModel')}</option>
            {view.models.map(model => (
              <option key={model.id} value={model.id}>{model.title || t('model.untitled')}</option>
            ))}
          </select></div>
      ))}</div>
      <ul className="listing">{everybody.map(person => (
        <li key={person.id} className="cluster between">
          <label htmlFor={`place-${person.id}`}>{nameAndUnit(person.id)}</label>
          <select id={`place-${person.id}`} className="select narrow" value={place(person.id)}
            onChange={event => move(person.id, event.target.value)}>
            <option value="">{t('groups.nowhere')}</option>
            {draft.map(group => <option key={group.groupId} value={group.groupId}>{group.name}</option>)}
          </select>
        </li>
      ))}</ul>
    </div>
  )
}
