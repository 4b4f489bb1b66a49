/** Puts the focus on something that no key presses: a heading, a row. It can be reached so and not by Tab. */
export function focusQuietly(place: HTMLElement | null | undefined): void {
  if (!place) return
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1
  place.focus({ preventScroll: true })
  place.scrollIntoView({ block: 'nearest' })
}
