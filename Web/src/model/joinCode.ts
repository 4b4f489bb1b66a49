/**
 * The code as people type it from a wall: spaces and dashes do not matter, small letters neither,
 * and O is taken for 0, I and L for 1 only where the server's alphabet has no such letters; the
 * server compares forgivingly, so here only what can never be part of a code is removed.
 */
export function normalizeJoinCode(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-ZÆØÅ]/g, '').slice(0, 24)
}
