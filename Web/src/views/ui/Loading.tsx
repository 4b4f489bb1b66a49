import { useWords } from '../shared/LanguageContext'

export function Loading() {
  const { t } = useWords()
  return <p className="quiet" role="status" data-testid="loading">{t('loading')}</p>
}
