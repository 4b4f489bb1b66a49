import { useEffect, useState, type ChangeEvent } from 'react'
import { pick } from '../../model/localized'
import type { TablePreview, WeekPart } from '../../model/weekPart'
import { countOf } from '../../model/weekPart'
import { limits } from '../../net/limits'
import { Problem } from '../../net/problem'
import { sentTable, weekParts, type SentTable } from '../../net/weekParts'
import { useWords } from '../shared/LanguageContext'
import { FileNotes } from '../ui/FileNotes'
import { Icon } from '../ui/Icon'
import { ProblemNotice } from '../ui/ProblemNotice'
import { ChangeList } from './ChangeList'
import { FaultTable } from './FaultTable'

/** Tables from a spreadsheet: chosen, looked over, and then brought in as they were looked over, or not at all. */
export function BringTables({ weekId, parts, onBrought }: {
  weekId: string, parts: readonly WeekPart[], onBrought: () => void
}) {
  const { t, language } = useWords()
  const [files, setFiles] = useState<SentTable[]>([])
  const [preview, setPreview] = useState<TablePreview | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState('')
  const faults = error instanceof Problem ? error.faults.filter(fault => fault.file !== undefined) : []

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    setDone('')
    try {
      await work()
    } catch (failure) {
      setPreview(null)
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  useEffect(() => limits.ask(), [])
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target
    const chosen = [...input.files ?? []]
    if (chosen.length === 0) return
    void attempt(async () => {
      if (chosen.reduce((sum, file) => sum + file.size, 0) > limits.fileBytes) {
        throw new Problem(413, t('bring.tooLarge'), t('bring.tooLarge'), '', '', [])
      }
      const sent = await Promise.all(chosen.map(sentTable))
      setFiles(sent)
      setPreview(await weekParts.previewTables(weekId, sent))
    // The same file, mended, can be chosen again.
    }).finally(() => { input.value = '' })
  }
  const bring = () => void attempt(async () => {
    if (preview === null) return
    const { changes } = await weekParts.bringTables(weekId, files, preview.tag)
    setDone(t('bring.done', { created: countOf(changes, 'created'), changed: countOf(changes, 'changed') }))
    setPreview(null)
    onBrought()
  })
  const again = () => void attempt(async () => setPreview(await weekParts.previewTables(weekId, files)))
  const nothing = preview !== null && preview.changes.every(change => change.kind === 'unchanged')
  return (
    <section className="sheet stack" aria-labelledby="bring-heading" data-testid="bring-tables">
      <h2 id="bring-heading">{t('bring.title')}</h2>
      <p className="quiet">{t('bring.text')}</p>
      <details>
        <summary>{t('bring.templates')}</summary>
        <p className="quiet small">{t('bring.templates.text')}</p>
        <ul className="cluster template-links">
          {parts.map(part => <li key={part.id}><a href={weekParts.tablePath(weekId, part.id, language)} download
            data-testid={`template-${part.id}`}>{pick(part.name, language)}</a></li>)}
        </ul>
      </details>
      <div className="file-choice">
        <label htmlFor="tables-file" className="button"><Icon name="plus" />{t('bring.choose')}</label>
        <input id="tables-file" className="visually-hidden" type="file" multiple
          accept=".csv,.tsv,.txt,text/csv,text/plain" disabled={busy} onChange={choose} data-testid="tables-file" />
      </div>
      {busy && <p role="status" className="quiet">{t('bring.busy')}</p>}
      {done !== '' && <p role="status" className="notice success" data-testid="brought">{done}</p>}
      {faults.length > 0 ? <>
        <div className="notice danger" role="alert" data-testid="table-faults">
          <strong>{t('bring.faultCount', { count: faults.length })}</strong>
        </div>
        <FaultTable faults={faults} />
      </> : error !== null && <ProblemNotice error={error} focus />}
      {error instanceof Problem && error.status === 412 && (
        <p><button type="button" className="button" onClick={again}>{t('bring.again')}</button></p>
      )}
      {preview !== null && <>
        <h3>{t('bring.preview')}</h3>
        <FileNotes notes={preview.notes} />
        <ChangeList changes={preview.changes} />
        <div className="cluster">
          <button type="button" className="button primary" disabled={busy || nothing} onClick={bring}
            data-testid="bring-submit">{t('bring.submit')}</button>
          <button type="button" className="button quiet" onClick={() => setPreview(null)}>{t('cancel')}</button>
        </div>
      </>}
    </section>
  )
}
