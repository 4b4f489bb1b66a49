import { useState } from 'react'
import { documentFormats, missingPackage, type DocumentFormat } from '../../model/documentFormat'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { useLoad } from '../shared/useLoad'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useWeekExport } from './useWeekExport'

/** Every draft and outcome of a week as one file: what to put in it, how far it is, and a way to stop. */
export function WeekExportPanel({ weekId }: { weekId: string }) {
  const { t, language } = useWords()
  const formats = useLoad('formats', api.formats)
  const [chosen, setChosen] = useState<readonly DocumentFormat[]>(['docx', 'pdf'])
  const [forArchive, setForArchive] = useState(false)
  const { progress, error, start, cancel } = useWeekExport(weekId)
  const available = documentFormats.filter(format => missingPackage(format, formats.value) === null)
  const wanted = available.filter(format => chosen.includes(format))
  const toggle = (format: DocumentFormat) =>
    setChosen(before => before.includes(format) ? before.filter(one => one !== format) : [...before, format])
  return (
    <section className="stack no-print" aria-labelledby="archive-heading" data-testid="week-archive">
      <h2 id="archive-heading">{t('archive.title')}</h2>
      <p>{t('archive.text')}</p>
      <fieldset className="archive-formats" disabled={progress !== null}>
        <legend className="label">{t('archive.formats')}</legend>
        {available.map(format => (
          <label key={format} className="choice"><input type="checkbox" checked={chosen.includes(format)}
            onChange={() => toggle(format)} data-testid={`archive-${format}`} />
            {t(`downloads.format.${format}` as 'downloads.format.pdf')}
          </label>
        ))}
        {wanted.includes('pdf') && <label className="choice"><input type="checkbox" checked={forArchive}
          onChange={() => setForArchive(!forArchive)} data-testid="archive-pdfa" />{t('archive.pdfa')}</label>}
      </fieldset>
      {progress === null
        ? <p><button type="button" className="button" disabled={wanted.length === 0} onClick={() =>
          start(wanted, language, forArchive)} data-testid="archive-start">{t('archive.start')}</button></p>
        : <div className="stack-small" data-testid="archive-progress">
          <label htmlFor="archive-bar">{t('archive.progress', { done: progress.done, total: progress.total })}</label>
          <progress id="archive-bar" value={progress.done} max={Math.max(progress.total, 1)} />
          <p><button type="button" className="button" onClick={cancel}
            data-testid="archive-cancel">{t('downloads.stop')}</button></p>
        </div>}
      {error !== null && <ProblemNotice error={error} focus />}
    </section>
  )
}
