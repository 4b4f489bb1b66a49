import qrcode from 'qrcode-generator'
import { useMemo } from 'react'

/**
 * A QR code as one SVG path: no inline style, no picture from elsewhere. Dark on white also in
 * the dark theme: scanners want that.
 */
export function QrCode({ text, label }: { text: string, label: string }) {
  const { size, path } = useMemo(() => drawn(text), [text])
  return (
    <svg className="qr" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label}
      shapeRendering="crispEdges" data-testid="qr">
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

function drawn(text: string): { size: number, path: string } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) if (code.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`
  }
  return { size, path }
}
