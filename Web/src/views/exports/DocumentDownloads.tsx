import { useCallback } from 'react'
import { documentFormats, missingPackage, type DocumentFormat } from '../../model/documentFormat'
import { api } from '../../net/api'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { useLoad } from '../shared/useLoad'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useDownload } from './useDownload'

interface Choice { id: string, format: DocumentFormat, pdf?: 'archive' }

const choices: readonly Choice[] = documentFormats.flatMap((format): Choice[] => format === 'pdf'
  ? [{ id: 'pdf', format }, { id: 'pdfArchive', format, pdf: 'archive' }]
  : [{ id: format, format }])

/** What most people want; the rest is one step further. */
const first = ['docx', 'pdf', 'csv', 'ics']

/** A document in every format. `addressOf` is its address in one; `title` is for a page with several. */
export function DocumentDownloads({ addressOf, name, title }: {
  addressOf: (format: DocumentFormat, query: { lang: string, pdf?: 'archive' }) => string, name: string, title?: string
}) {
  const { t, language } = useWords()
  const announce = useAnnounce()
  const formats = useLoad('formats', api.formats)
  const saved = useCallback((what: string) => announce(t('downloads.saved', { format: what })), [announce, t])
  const { current, error, start, cancel } = useDownload(saved)
  const label = (choice: Choice) => t(`downloads.format.${choice.id}` as 'downloads.format.pdf')
  const missing = choices.filter(choice => missingPackage(choice.format, formats.value) !== null)
  const button = (choice: Choice) => (
    <button key={choice.id} type="button" className="button" disabled={current !== null}
      data-testid={`download-${choice.id}`}
      onClick={() => start(
        label(choice), addressOf(choice.format, { lang: language, pdf: choice.pdf }), `${name}.${choice.format}`
      )}>
      {label(choice)}
    </button>
  )
  const offered = choices.filter(choice => !missing.includes(choice))
  const packages = [...new Set(missing.map(choice => missingPackage(choice.format, formats.value) ?? ''))]
  return (
    <section className="downloads no-print" aria-labelledby="downloads-heading" data-testid="downloads">
      <h2 id="downloads-heading">{title ?? t('downloads.title')}</h2>
      <div className="cluster">
        {first.flatMap(id => offered.filter(choice => choice.id === id)).map(button)}
      </div>
      <details className="disclosure">
        <summary data-testid="downloads-more">{t('downloads.more')}</summary>
        <div className="cluster">{offered.filter(choice => !first.includes(choice.id)).map(button)}</div>
      </details>
      {missing.length > 0 && <p className="hint" data-testid="downloads-missing">{t('downloads.missing', {
        formats: missing.map(label).join(', '), packages: packages.join(', '),
      })}</p>}
      {current !== null && <p className="cluster" role="status"
        data-testid="downloads-busy">{t('downloads.making', { format: current })}
        <button type="button" className="button quiet" onClick={cancel} data-testid="download-cancel">
          {t('downloads.stop')}
        </button></p>}
      {error !== null && <ProblemNotice error={error} focus />}
    </section>
  )
}
