/** Calls back when the computer may have been away: the network returns, or the page is looked at again. */
export function onWakeUp(wake: () => void): () => void {
  const visible = () => { if (document.visibilityState === 'visible') wake() }
  window.addEventListener('online', wake)
  window.addEventListener('pageshow', wake)
  document.addEventListener('visibilitychange', visible)
  return () => {
    window.removeEventListener('online', wake)
    window.removeEventListener('pageshow', wake)
    document.removeEventListener('visibilitychange', visible)
  }
}
