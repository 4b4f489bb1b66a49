import { useState, type FormEvent } from 'react'
import { formatDate } from '../../model/dates'
import type { Week } from '../../model/week'
import { api } from '../../net/api'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { DateInput } from '../ui/DateInput'
import { ProblemNotice } from '../ui/ProblemNotice'

/** When the names of those who take part are deleted. */
export function NamesDay({ week, onChanged }: { week: Week, onChanged: () => void }) {
  const { t, language } = useWords()
  const announce = useAnnounce()
  const [day, setDay] = useState(week.namesDeletedOn ?? '')
  const [failure, setFailure] = useState<unknown>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setFailure(null)
    try {
      const saved = await api.setNamesDay(week.id, day)
      setDay(saved.namesDeletedOn ?? '')
      announce(t('names.saved', { date: formatDate(saved.namesDeletedOn, language) }))
      onChanged()
    } catch (problem) {
      setFailure(problem)
    }
  }
  return (
    <details className="disclosure" data-testid="names-day">
      <summary>{t('names.settings')}</summary>
      <form className="sheet stack" onSubmit={event => void save(event)}>
        <p className="quiet">{t('names.text')}</p>
        <DateInput label={t('names.day')} value={day} onChange={setDay} testId="names-day-date" />
        {failure !== null && <ProblemNotice error={failure} focus />}
        <p><button type="submit" className="button" data-testid="names-day-save">{t('names.save')}</button></p>
      </form>
    </details>
  )
}
