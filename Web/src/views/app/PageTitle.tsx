import { useEffect, useRef, type ReactNode } from 'react'

/** The page's heading: names the browser's tab, and takes the focus when one comes here from another page. */
export function PageTitle({ title, children }: { title: string, children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => { document.title = title === '' ? 'Samspil' : `${title} · Samspil` }, [title])
  useEffect(() => {
    if (firstPage.shown) heading.current?.focus({ preventScroll: true })
    firstPage.shown = true
  }, [])
  return <h1 ref={heading} tabIndex={-1}>{children ?? title}</h1>
}

/** On the first page the browser starts reading from the top by itself. */
const firstPage = { shown: false }
