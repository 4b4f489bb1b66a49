interface ScriptPolicies { createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string } }

/**
 * Lets the browser keep the page, so that a reload without network still opens it. Where the
 * browser has no such thing (no TLS, private windows) everything else works the same.
 */
export function keepPageForOffline(): void {
  if (!('serviceWorker' in navigator)) return
  window.addEventListener('load', () => {
    try {
      // Under Trusted Types an address of a script must come from a named policy; this is the page's only one.
      const policies = (window as Window & { trustedTypes?: ScriptPolicies }).trustedTypes
      const address = policies?.createPolicy('samspil', { createScriptURL: () => '/worker.js' }).createScriptURL('') ?? '/worker.js'
      rememberWhatWasRead()
      void navigator.serviceWorker.register(address).catch(() => undefined)
    } catch { /* the policy's name is not allowed here: the page works, only not opened offline */ }
  })
}

/** On somebody's first visit the page has read its answers before the worker was there to keep them: it is told which. */
function rememberWhatWasRead(): void {
  if (navigator.serviceWorker.controller) return
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    const read = performance.getEntriesByType('resource').map(entry => entry.name)
    navigator.serviceWorker.controller?.postMessage({ read: [...new Set(read)] })
  }, { once: true })
}
