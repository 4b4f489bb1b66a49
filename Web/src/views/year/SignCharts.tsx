import type { SignSeries } from '../../model/planYear'
import { useWords } from '../shared/LanguageContext'
import { SignChart } from './SignChart'

/** Every sign of the plan over time: a picture of what can be counted, and all of it as a table. */
export function SignCharts({ signs }: { signs: readonly SignSeries[] }) {
  const { t } = useWords()
  return (
    <section className="draft-section" aria-labelledby="signs-heading" data-testid="sign-charts">
      <h2 id="signs-heading">{t('year.signs')}</h2>
      {signs.length === 0 && <p className="quiet">{t('year.signs.none')}</p>}
      {signs.map(sign => <SignChart key={sign.signId} sign={sign} />)}
    </section>
  )
}
