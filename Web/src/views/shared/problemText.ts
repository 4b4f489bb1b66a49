import type { Language } from '../../model/localized'
import { Problem, Unreachable, type Fault } from '../../net/problem'
import { Refused } from '../../net/sessionSocket'
import type { Translate } from '../../text/translate'
import { obstacleText } from './obstacleText'

export interface ProblemText { title: string, detail: string, faults: { path: string, message: string }[] }

/** What went wrong, for people: what happened, what was kept, what to do. */
export function problemText(error: unknown, t: Translate, language: Language): ProblemText {
  if (error instanceof Problem) return fromServer(error, t, language)
  if (error instanceof Refused) {
    return { title: language === 'en' ? error.reasonEn : error.reasonDa, detail: '', faults: [] }
  }
  if (error instanceof Unreachable) {
    const { title, detail } = obstacleText(error.obstacle, t)
    return { title, detail: `${detail} ${t('reach.tryAgain')}`, faults: [] }
  }
  return { title: t('problem.connection'), detail: t('problem.connection.detail'), faults: [] }
}

function fromServer(problem: Problem, t: Translate, language: Language): ProblemText {
  const title = language === 'en' ? problem.titleEn : problem.titleDa
  const detail = language === 'en' ? problem.detailEn : problem.detailDa
  const faults = problem.faults.map((fault: Fault) => ({
    path: fault.path, message: (language === 'en' ? fault.messageEn : undefined) ?? fault.message
  }))
  if (problem.status === 401) {
    return { title: t('problem.unauthorised'), detail: t('problem.unauthorised.detail'), faults }
  }
  return { title: title || t('problem.other'), detail, faults }
}
