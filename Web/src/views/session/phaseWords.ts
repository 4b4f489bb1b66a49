import type { Language } from '../../model/localized'
import type { Phase } from '../../model/session'

export function phaseTitle(phase: Phase, language: Language): string {
  return language === 'en' && phase.titleEn ? phase.titleEn : phase.title
}

export function phaseQuestion(phase: Phase, language: Language): string {
  return (language === 'en' && phase.questionEn ? phase.questionEn : phase.question) ?? ''
}
