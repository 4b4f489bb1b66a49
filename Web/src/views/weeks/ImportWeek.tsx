import { useState, type ChangeEvent } from 'react'
import type { WeekPreview } from '../../model/weekPart'
import { api } from '../../net/api'
import { chosenFile, type ChosenFile } from '../../net/chosenFile'
import { weekParts } from '../../net/weekParts'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { navigate } from '../shared/useRoute'
import { ChangeList } from '../basis/ChangeList'
import { FileNotes } from '../ui/FileNotes'
import { ProblemNotice } from '../ui/ProblemNotice'

/**
 * A whole week from a file: every fault is shown with its place, and then nothing is read in; else what it would make.
 */
export function ImportWeek() {
  const { t } = useWords()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<WeekPreview & { file: ChosenFile } | null>(null)
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (failure) {
      setFound(null)
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const read = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target
    const file = input.files?.[0]
    if (!file) return
    void attempt(async () => {
      const chosen = await chosenFile(file)
      setFound({ file: chosen, ...await weekParts.previewWeek(chosen) })
    // The same file, mended, can be chosen again.
    }).finally(() => { input.value = '' })
  }
  const bring = () => void attempt(async () => {
    if (found === null) return
    const { weekId } = await api.importWeek(found.file)
    navigate(paths.week(weekId))
  })
  return (
    <section className="sheet stack" aria-labelledby="import-heading">
      <h2 id="import-heading">{t('import.title')}</h2>
      <p className="quiet">{t('import.text')}</p>
      <div className="file-choice">
        <label htmlFor="import-file" className="button">{t('import.file')}</label>
        <input id="import-file" className="visually-hidden" type="file" accept=".json,application/json" disabled={busy}
          onChange={read} data-testid="import-file" />
      </div>
      {busy && <p role="status" className="quiet">{t('import.busy')}</p>}
      {error !== null && <ProblemNotice error={error} focus />}
      {found !== null && <>
        <h3>{found.title}</h3>
        <FileNotes notes={found.notes} />
        <ChangeList changes={found.changes} />
        <div className="cluster">
          <button type="button" className="button primary" disabled={busy} onClick={bring} data-testid="import-submit">
            {t('bring.week')}
          </button>
          <button type="button" className="button quiet" onClick={() => setFound(null)}>{t('cancel')}</button>
        </div>
      </>}
    </section>
  )
}
