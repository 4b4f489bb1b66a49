import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { hasNavigated } from './useRoute'

/** The page's heading: names the browser's tab, and takes the focus when one comes here from another page. */
export function PageTitle({ title, children }: { title: string, children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => { document.title = title === '' ? 'Samspil' : `${title} · Samspil` }, [title])
  // Before the page is painted: somebody who goes on at once with the Tab key starts from here and is not called back.
  useLayoutEffect(() => {
    // On the page that the browser itself opened, reading starts at the top, at the link past the header.
    // A page whose first field has taken the focus keeps it there.
    const taken = document.activeElement?.matches('main input') ?? false
    if (hasNavigated() && !taken) heading.current?.focus({ preventScroll: true })
  }, [])
  return <h1 ref={heading} tabIndex={-1}>{children ?? title}</h1>
}
