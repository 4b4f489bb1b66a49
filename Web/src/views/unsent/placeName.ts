import type { UnsentPlace } from '../../model/unsentWords'
import type { KeptAbout } from '../../net/keptWork'
import type { useWords } from '../shared/LanguageContext'

/** What the place is called on the page; where it is not known, that it is somewhere. */
export function placeName(
  { path, inRemovedRow }: UnsentPlace, about: KeptAbout | null, { t, own }: ReturnType<typeof useWords>,
): string {
  const field = path.split(/[/.]/)[0] ?? ''
  const parts = [...new Set([about?.labels[field], about?.labels[path]])]
  const place = parts.flatMap(label => label === undefined ? [] : [own(label)]).join(', ') || t('unsent.somewhere')
  return inRemovedRow ? t('unsent.inRemovedRow', { place }) : place
}
