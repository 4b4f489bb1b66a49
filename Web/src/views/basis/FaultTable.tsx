import { pick } from '../../model/localized'
import type { Fault } from '../../net/problem'
import { useWords } from '../app/LanguageContext'

/** Every fault of what was brought, by file, row and column. */
export function FaultTable({ faults }: { faults: readonly Fault[] }) {
  const { t, language } = useWords()
  return (
    <div className="table-scroll" role="group" aria-label={t('bring.faults')} tabIndex={0}>
      <table className="quiet-table fault-table" data-testid="fault-table">
        <thead><tr><th scope="col">{t('bring.file')}</th><th scope="col">{t('bring.rowHead')}</th><th scope="col">{t('bring.column')}</th><th scope="col">{t('bring.fault')}</th></tr></thead>
        <tbody>{faults.map((fault, index) => (
          <tr key={index}>
            <td data-label={t('bring.file')}>{fault.file ?? fault.path}</td><td data-label={t('bring.rowHead')}>{fault.row ?? '–'}</td><td data-label={t('bring.column')}>{fault.column ? pick(fault.column, language) : '–'}</td>
            <td data-label={t('bring.fault')}>{language === 'en' && fault.messageEn ? fault.messageEn : fault.message}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}
