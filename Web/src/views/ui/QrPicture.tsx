import { lazy, Suspense, type ComponentType } from 'react'

interface Properties { text: string, label: string }

/** Without it the address and the code stand beside it as text: no reason to stop, nor to load the page anew. */
const QrCode = lazy((): Promise<{ default: ComponentType<Properties> }> =>
  import('./QrCode').then(module => ({ default: module.QrCode }), () => ({ default: () => null })))

/** An address as a picture, drawn by a part of the page that comes when it is needed. */
export function QrPicture({ text, label }: Properties) {
  return <Suspense fallback={<div className="qr" />}><QrCode text={text} label={label} /></Suspense>
}
