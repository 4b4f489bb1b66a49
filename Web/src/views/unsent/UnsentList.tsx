import type { KeptWork } from '../../net/keptWork'
import { UnsentItem } from './UnsentItem'

/** Each model that something unsent was written in. */
export function UnsentList({ works }: { works: readonly KeptWork[] }) {
  return <ul className="unsent-list">{works.map(work => <li key={work.key}><UnsentItem work={work} /></li>)}</ul>
}
