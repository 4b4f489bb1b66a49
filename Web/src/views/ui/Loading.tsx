import { useWords } from '../app/LanguageContext'

export function Loading() {
  const { t } = useWords()
  return <p className="quiet" role="status" data-testid="loading">{t('loading')}</p>
}
