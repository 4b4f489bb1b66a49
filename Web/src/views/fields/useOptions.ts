import { formatDate } from '../../model/dates'
import type { EntityKind } from '../../model/fieldDefinition'
import { fieldMap, readRows, textOf } from '../../model/layout'
import { useWords } from '../shared/LanguageContext'
import { useModelEditing } from '../model/ModelContext'
import { useObserved } from '../model/useObserved'
import { useSessionSetting } from '../session/SessionContext'
import type { ListedChoice } from '../../model/listedChoice'

/** What a reference may point to: the week's units, goals, groups, outside parties; or the model's own signs. */
export function useOptions(to: EntityKind): readonly ListedChoice[] {
  const { t, language } = useWords()
  const { week } = useSessionSetting()
  const { document } = useModelEditing()
  const signs = fieldMap(document.doc, 'signs')
  useObserved(to === 'sign' ? signs : null)
  const unitName = (id: string) => week.units.find(unit => unit.id === id)?.name ?? ''
  switch (to) {
    case 'unit': return week.units.map(unit => ({
      id: unit.id, name: unit.name, ...(unit.department ? { detail: unit.department } : {})
    }))
    case 'external': return week.externalParties.map(party => ({ id: party.id, name: party.name }))
    case 'citizenGroup': return week.citizenGroups.map(group => ({
      id: group.id, name: group.name, ...(group.description ? { detail: group.description } : {})
    }))
    case 'goal': return week.goals.map(goal => ({
      id: goal.id, name: goal.text, group: unitName(goal.unitId),
      ...(goal.deadline ? { detail: t('goal.deadline', { date: formatDate(goal.deadline, language) }) } : {}),
    }))
    case 'sign': {
      const own = readRows(signs).map(({ id, row }) => ({
        id, name: textOf(row.get('text')) || t('sign.untitled')
      }))
      const known = new Set(own.map(sign => sign.id))
      return [
        ...own,
        ...week.signs.filter(sign => !known.has(sign.id)).map(sign => ({ id: sign.id, name: sign.text ?? '' }))
      ]
    }
  }
}
