import { useSyncExternalStore } from 'react'
import type { Signal } from '../../net/signal'

/** Something outside React that says when it changed. `read` must give the same object until then. */
export function useSignal<Value>(signal: Signal, read: () => Value): Value {
  return useSyncExternalStore(signal.subscribe, read)
}
