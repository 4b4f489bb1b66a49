/** Listeners without arguments, as `useSyncExternalStore` wants them. */
export class Signal {
  private listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  emit(): void {
    for (const listener of [...this.listeners]) listener()
  }
}
