// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

export const prefix = '/api/v1'

export const id = encodeURIComponent

/** A query's words after an address; what is undefined is left out. */
export function asked(query: Record<string, string | number | undefined>): string {
  const words = Object.entries(query).flatMap(([name, word]) =>
    word === undefined ? [] : [`${name}=${encodeURIComponent(word)}`])
  return words.length === 0 ? '' : '?' + words.join('&')
}
