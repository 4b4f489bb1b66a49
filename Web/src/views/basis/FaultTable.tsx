import { pick } from '../../model/localized'
import type { Fault } from '../../net/problem'
import { useWords } from '../shared/LanguageContext'

/** Every fault of what was brought, by file, row and column. */
export function FaultTable({ faults }: { faults: readonly Fault[] }) {
  const { t, language } = useWords()
  return (
    <div className="table-scroll" role="group" aria-label={t('bring.faults')} tabIndex={0}>
      <table role="table" className="quiet-table fault-table stacking" data-testid="fault-table">
        <thead role="rowgroup"><tr role="row">
          <th role="columnheader" scope="col">{t('bring.file')}</th>
          <th role="columnheader" scope="col">{t('bring.rowHead')}</th>
          <th role="columnheader" scope="col">{t('bring.column')}</th>
          <th role="columnheader" scope="col">{t('bring.fault')}</th>
        </tr></thead>
        <tbody role="rowgroup">{faults.map((fault, index) => (
          <tr role="row" key={index}>
            <td role="cell" data-label={t('bring.file')}>{fault.file ?? fault.path}</td>
            <td role="cell" data-label={t('bring.rowHead')}>{fault.row ?? '–'}</td>
            <td role="cell" data-label={t('bring.column')}>{fault.column ? pick(fault.column, language) : '–'}</td>
            <td role="cell" data-label={t('bring.fault')}>
              {language === 'en' && fault.messageEn ? fault.messageEn : fault.message}
            </td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}
