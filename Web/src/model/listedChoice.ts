import { compareDanish } from './danish'

/** One of a list to choose from. `group`: a heading above it; groups stand in the order in which they first occur. */
export interface ListedChoice { id: string, name: string, detail?: string, group?: string }

/** In the order of a Danish dictionary, group by group. */
export function inGroups(choices: readonly ListedChoice[]): ListedChoice[] {
  const groups = [...new Set(choices.map(choice => choice.group ?? ''))]
  return groups.flatMap(group =>
    choices.filter(choice => (choice.group ?? '') === group).sort((a, b) => compareDanish(a.name, b.name)))
}
