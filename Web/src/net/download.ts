import { addressOfWeeksWeekIdExportsExportId } from './generated/addresses/weekExport'
import { obstacleOf, Problem, Unreachable } from './problem'

export interface DownloadedFile { content: Blob, name: string }

/**
 * Fetches a file that the server makes, which may take a while. Throws `Problem` where the server says no,
 * `Unreachable` where it says nothing, and an `AbortError` when it was cancelled.
 */
export async function fetchFile(address: string, fallbackName: string, signal: AbortSignal): Promise<DownloadedFile> {
  let response: Response
  try {
    response = await fetch(address, { credentials: 'same-origin', cache: 'no-store', redirect: 'manual', signal })
  } catch (error) {
    if (signal.aborted) throw error
    throw new Unreachable()
  }
  const obstacle = obstacleOf(response)
  if (obstacle !== null) throw new Unreachable(obstacle)
  if (!response.ok) throw Problem.from(response.status, await response.json().catch(() => null))
  return { content: await response.blob(), name: fileName(response.headers.get('Content-Disposition')) ?? fallbackName }
}

/** Stops a week's export while the page is being closed, when nothing can be waited for. */
export function throwAwayExport(week: string, made: string): void {
  const address = addressOfWeeksWeekIdExportsExportId(week, made)
  void fetch(address, { method: 'DELETE', credentials: 'same-origin', keepalive: true }).catch(() => undefined)
}

function fileName(disposition: string | null): string | null {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? null
}

/** Puts a file among the person's downloads. */
export function saveFile({ content, name }: DownloadedFile): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
