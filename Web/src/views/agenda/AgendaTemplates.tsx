import { useState } from 'react'
import { fromTemplate } from '../../model/agenda'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { useLoad } from '../shared/useLoad'
import { useSecondPress } from '../shared/useSecondPress'
import type { ChangeAgenda } from './useAgendaEdit'

/** A template in place of what has not begun; the second press does it, because it takes points away. */
export function AgendaTemplates({ fixed, change, newId }: {
  fixed: number, change: ChangeAgenda, newId: () => string
}) {
  const { t, language } = useWords()
  const agendas = useLoad('agendas', api.agendas)
  const [chosen, setChosen] = useState('')
  const [armed, setArmed] = useSecondPress()
  const template = agendas.value?.find(one => one.id === chosen) ?? agendas.value?.[0]
  if (!agendas.value || template === undefined) return null
  const use = () => {
    setArmed(!armed)
    if (armed) void change(fromTemplate(template, fixed, newId))
  }
  return (
    <div className="cluster form-line">
      <div className="field"><label htmlFor="agenda-template">{t('agendaEdit.template')}</label>
        <select id="agenda-template" className="select" value={template.id}
          onChange={event => setChosen(event.target.value)} data-testid="agenda-template">
          {agendas.value.map(one => (
            <option key={one.id} value={one.id}>{language === 'en' ? one.titleEn : one.titleDa}</option>
          ))}
        </select></div>
      <button type="button" className={`button ${armed ? 'armed' : ''}`} onClick={use}
        data-testid="agenda-use-template">
        {armed ? t('agendaEdit.templateSure') : t('agendaEdit.templateUse')}
      </button>
    </div>
  )
}
