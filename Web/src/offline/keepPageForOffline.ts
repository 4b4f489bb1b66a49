interface ScriptPolicy { createScriptURL(url: string): string }
interface ScriptPolicies { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy }

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
      const address = policies?.createPolicy('samspil', { createScriptURL: () => '/worker.js' }).createScriptURL('')
        ?? '/worker.js'
      void navigator.serviceWorker.register(address).catch(() => undefined)
    } catch { /* the policy's name is not allowed here: the page works, only not opened offline */ }
  })
}
