/** The page's addresses. The server answers all of them with the same page. */
export type Route =
  | { page: 'join', code: string }
  | { page: 'signIn' }
  | { page: 'weeks' }
  | { page: 'week', weekId: string }
  | { page: 'session', sessionId: string }
  | { page: 'model', sessionId: string, modelId: string }
  | { page: 'reading', sessionId: string, modelId: string }
  | { page: 'screen', sessionId: string, code: string }
  | { page: 'draft', weekId: string, unitId: string }
  | { page: 'plan', weekId: string, unitId: string }
  | { page: 'year', weekId: string, unitId: string }
  | { page: 'citizens', weekId: string, unitId: string, isPreview: boolean }
  | { page: 'objectives', weekId: string }
  | { page: 'learning', weekId: string }
  | { page: 'basis', weekId: string }
  | { page: 'marketplace', weekId: string }
  | { page: 'notFound' }

export function parseRoute(path: string, query: string): Route {
  const parts = path.split('/').filter(part => part !== '').map(decode)
  const [first, second = '', third, fourth = '', fifth] = parts
  if (first === undefined) return { page: 'join', code: new URLSearchParams(query).get('kode') ?? '' }
  if (first === 'k' && parts.length === 2) return { page: 'join', code: second }
  if (first === 'log-ind' && parts.length === 1) return { page: 'signIn' }
  if (first === 'uger' && parts.length === 1) return { page: 'weeks' }
  if (first === 'uge' && parts.length === 2) return { page: 'week', weekId: second }
  if (first === 'uge' && third === 'enhed' && fifth === 'maalplan' && parts.length === 5) {
    return { page: 'draft', weekId: second, unitId: fourth }
  }
  if (first === 'uge' && third === 'enhed' && fifth === 'plan' && parts.length === 5) {
    return { page: 'plan', weekId: second, unitId: fourth }
  }
  if (first === 'uge' && third === 'enhed' && fifth === 'aar' && parts.length === 5) {
    return { page: 'year', weekId: second, unitId: fourth }
  }
  if (first === 'uge' && third === 'enhed' && fifth === 'borger' && parts.length === 5) {
    return { page: 'citizens', weekId: second, unitId: fourth, isPreview: true }
  }
  if (first === 'borger' && third !== undefined && parts.length === 3) {
    return { page: 'citizens', weekId: second, unitId: third, isPreview: false }
  }
  if (first === 'uge' && third === 'maalsaetninger' && parts.length === 3) return { page: 'objectives', weekId: second }
  if (first === 'uge' && third === 'laering' && parts.length === 3) return { page: 'learning', weekId: second }
  if (first === 'uge' && third === 'grundlag' && parts.length === 3) return { page: 'basis', weekId: second }
  if (first === 'uge' && third === 'markedsplads' && parts.length === 3) return { page: 'marketplace', weekId: second }
  if (first === 'session' && parts.length === 2) return { page: 'session', sessionId: second }
  if (first === 'session' && third === 'model' && parts.length === 4) {
    return { page: 'model', sessionId: second, modelId: fourth }
  }
  if (first === 'session' && third === 'model' && fifth === 'laes-op' && parts.length === 5) {
    return { page: 'reading', sessionId: second, modelId: fourth }
  }
  if (first === 'skaerm' && parts.length === 2) {
    return { page: 'screen', sessionId: second, code: new URLSearchParams(query).get('kode') ?? '' }
  }
  return { page: 'notFound' }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const id = encodeURIComponent

export const paths = {
  join: (code = '') => code === '' ? '/' : `/k/${id(code)}`,
  weeks: () => '/uger',
  week: (week: string) => `/uge/${id(week)}`,
  session: (session: string) => `/session/${id(session)}`,
  model: (session: string, model: string) => `/session/${id(session)}/model/${id(model)}`,
  reading: (session: string, model: string) => `/session/${id(session)}/model/${id(model)}/laes-op`,
  screen: (session: string, code = '') => `/skaerm/${id(session)}${code === '' ? '' : `?kode=${id(code)}`}`,
  draft: (week: string, unit: string) => `/uge/${id(week)}/enhed/${id(unit)}/maalplan`,
  plan: (week: string, unit: string) => `/uge/${id(week)}/enhed/${id(unit)}/plan`,
  year: (week: string, unit: string) => `/uge/${id(week)}/enhed/${id(unit)}/aar`,
  citizens: (week: string, unit: string) => `/borger/${id(week)}/${id(unit)}`,
  citizenPreview: (week: string, unit: string) => `/uge/${id(week)}/enhed/${id(unit)}/borger`,
  objectives: (week: string) => `/uge/${id(week)}/maalsaetninger`,
  learning: (week: string) => `/uge/${id(week)}/laering`,
  basis: (week: string) => `/uge/${id(week)}/grundlag`,
  marketplace: (week: string) => `/uge/${id(week)}/markedsplads`,
}
