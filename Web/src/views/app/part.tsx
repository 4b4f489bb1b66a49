import { lazy, type ComponentType } from 'react'
import { newerBuild, reloadOnce } from '../../net/newerBuild'
import { Unreachable } from '../../net/problem'
import { LoadPage } from '../ui/LoadPage'

/**
 * A part of the page that comes when it is opened. Where it does not come, because the server has a newer page by now,
 * the page is loaded anew, once: what was written is in the document store. Where nothing comes, that is told.
 */
export function part<Properties extends object>(load: () => Promise<ComponentType<Properties>>) {
  return lazy(async (): Promise<{ default: ComponentType<Properties> }> => {
    try {
      return { default: await load() }
    } catch (fault) {
      const newer = await newerBuild().catch((error: unknown) => error instanceof Unreachable ? error : null)
      if (newer instanceof Unreachable) return { default: () => <Missing error={newer} /> }
      if (newer !== null && reloadOnce(newer)) return new Promise<never>(() => undefined)
      throw fault
    }
  })
}

/** A browser may remember that a part could not be fetched: only a new page asks for it again. */
function Missing({ error }: { error: Error }) {
  return <LoadPage error={error} onRetry={() => location.reload()} />
}
