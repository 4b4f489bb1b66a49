/**
 * What somebody has set for this browser, such as the language. Where it may keep nothing (forbidden, or no room left)
 * it is remembered for as long as the page is open: a page that cannot remember still opens.
 */
const remembered = new Map<string, string>()

export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? remembered.get(name) ?? null
  } catch {
    return remembered.get(name) ?? null
  }
}

export function keepSetting(name: string, value: string): void {
  remembered.set(name, value)
  try {
    localStorage.setItem(name, value)
  } catch { /* remembered above */ }
}
