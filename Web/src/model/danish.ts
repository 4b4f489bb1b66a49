/** Danish alphabetical order: … Z Æ Ø Å, and aa as å. Used in both languages: the names are Danish. */
const collator = new Intl.Collator('da')

export function compareDanish(a: string, b: string): number {
  return collator.compare(a, b)
}

/** Two letters that stand for a unit: `Familie og Rådgivning` → `FR`, `Lærkeskolen` → `Læ`. */
export function initials(name: string): string {
  const words = name.replace(/\(.*?\)/g, '').split(/[\s,/-]+/).filter(word => /^\p{Lu}/u.test(word))
  if (words.length >= 2) return words.slice(0, 2).map(word => [...word][0] ?? '').join('')
  return [...(words[0] ?? name.trim())].slice(0, 2).join('')
}
