/** Goes to a place on the page and puts the focus there, without a fragment in the address. */
export function jump(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault()
  const place = document.getElementById(id)
  const inside = place?.querySelector<HTMLElement>('textarea, input:not([tabindex="-1"]), select, button')
  const target = place?.hasAttribute('tabindex') ? place : inside ?? place
  place?.scrollIntoView({ block: 'start' })
  target?.focus({ preventScroll: true })
}
