import { useState, type ChangeEvent } from 'react'
import { api } from '../../net/api'
import { Problem } from '../../net/problem'
import { useWords } from '../app/LanguageContext'
import { paths } from '../app/routes'
import { navigate } from '../app/useRoute'
import { ProblemNotice } from '../ui/ProblemNotice'

/** A whole week from a file; every fault is shown with its place, and then nothing is read in. */
export function ImportWeek() {
  const { t } = useWords()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target
    const file = input.files?.[0]
    if (!file) return
    setBusy(true)
    setError(null)
    try {
      const { weekId } = await api.importWeek(parsed(await file.text()))
      navigate(paths.week(weekId))
    } catch (failure) {
      setError(failure)
      setBusy(false)
      // The same file, mended, can be chosen again.
      input.value = ''
    }
  }
  const parsed = (text: string): unknown => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      throw new Problem(422, t('import.notJson'), t('import.notJson'), t('import.notJson.detail'), t('import.notJson.detail'), [])
    }
  }
  return (
    <section className="sheet stack" aria-labelledby="import-heading">
      <h2 id="import-heading">{t('import.title')}</h2>
      <p className="quiet">{t('import.text')}</p>
      <div className="file-choice">
        <label htmlFor="import-file" className="button">{t('import.file')}</label>
        <input id="import-file" className="visually-hidden" type="file" accept=".json,application/json" disabled={busy} onChange={event => void read(event)} data-testid="import-file" />
      </div>
      {busy && <p role="status" className="quiet">{t('import.busy')}</p>}
      {error !== null && <ProblemNotice error={error} focus />}
    </section>
  )
}
