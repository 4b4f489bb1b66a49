import type { ReactElement, ReactNode } from 'react'
import { act, create, type ReactTestInstance, type ReactTestRenderer } from 'react-test-renderer'
import type { Peer } from '../src/model/peer'
import { initialSessionState } from '../src/model/sessionState'
import { ShownPeers } from '../src/model/shownPeers'
import type { SessionView } from '../src/net/sessionStore'
import { Signal } from '../src/net/signal'
import { PeersContext } from '../src/views/model/PeersContext'
import { SessionProvider, type SessionAccess } from '../src/views/session/SessionContext'
import { LanguageProvider } from '../src/views/shared/LanguageContext'

// What a view needs of a browser beside its own elements. Layout, focus and the keyboard are tested in a real one
// (`Tests/EndToEnd`); here it is what a view shows and whom it asks.
Object.assign(globalThis, {
  IS_REACT_ACT_ENVIRONMENT: true, document: { documentElement: { lang: '' } },
  // The server answers what a test has said it does, and nothing else.
  fetch: (path: string) => Promise.resolve(answers.has(path)
    ? new Response(JSON.stringify(answers.get(path)), { headers: { 'Content-Type': 'application/json' } })
    : new Response('{}', { status: 404 })),
})

/** React waits for its own work by a channel, and node's own would keep the test from ending. */
class Channel {
  readonly port1: { onmessage: (() => void) | null } = { onmessage: null }
  readonly port2 = { postMessage: () => void setImmediate(() => this.port1.onmessage?.()) }
}
Object.assign(globalThis, { MessageChannel: Channel })

const answers = new Map<string, unknown>()

export function answer(path: string, value: unknown): void {
  answers.set(`/api/v1${path}`, value)
}

/** A view as it stands, in Danish, and what to ask of it. */
export class Rendered {
  private constructor(private readonly renderer: ReactTestRenderer) {}

  /** `around`: the contexts that the view reads. Waits for what it asks of the server. */
  static async of(view: ReactElement, around: (view: ReactNode) => ReactNode = one => one): Promise<Rendered> {
    const shown = <LanguageProvider>{around(view)}</LanguageProvider>
    let renderer: ReactTestRenderer | undefined
    await act(async () => {
      // A field that is written in is asked whether it is right by the browser.
      renderer =
        create(shown, { createNodeMock: () => ({ setCustomValidity: () => undefined, focus: () => undefined }) })
      await settled()
    })
    if (renderer === undefined) throw new Error('nothing was rendered')
    return new Rendered(renderer)
  }

  get isEmpty(): boolean {
    return this.renderer.toJSON() === null
  }

  /** All words, in the order in which they are read. */
  get words(): string {
    return wordsOf(this.renderer.root)
  }

  /** Elements of the page (not components) for which something holds. */
  all(is: (element: ReactTestInstance) => boolean): ReactTestInstance[] {
    return this.renderer.root.findAll(one => typeof one.type === 'string' && is(one))
  }

  tags(name: string): ReactTestInstance[] {
    return this.all(one => one.type === name)
  }

  withTestId(id: string): ReactTestInstance[] {
    return this.all(one => one.props['data-testid'] === id)
  }

  one(id: string): ReactTestInstance {
    const [found, ...more] = this.withTestId(id)
    if (found === undefined || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} elements are ${id}`)
    return found
  }

  /** Calls a handler of an element as the page would, and waits for what comes of it. */
  async fire(element: ReactTestInstance, handler: string, event: unknown = {}): Promise<void> {
    await act(async () => {
      const call = element.props[handler] as (event: unknown) => unknown
      call(event)
      await settled()
    })
  }

  /** Takes the view away, with the clocks that it keeps. */
  end(): void {
    void act(() => this.renderer.unmount())
  }

  async write(element: ReactTestInstance, value: string): Promise<void> {
    await this.fire(element, 'onChange', { target: { value } })
  }
}

export function wordsOf(element: ReactTestInstance): string {
  return element.children.map(child => typeof child === 'string' ? child : wordsOf(child)).join('')
}

/** Answers and what waits for them have come. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setTimeout(resolve, 0))
}

/** A session that a view stands in: what a test says of it, and little else. */
export function sessionOf(more: {
  details?: object, view?: Partial<SessionView>, week?: object, definitions?: object, store?: object
}): SessionAccess {
  return {
    details: { id: 's-1', weekId: 'uge', title: 'Session', phases: [], role: 'participant', me: {}, ...more.details },
    view: { state: initialSessionState, models: [], participants: new Map(), ...more.view },
    week: { units: [], externalParties: [], goals: [], ...more.week },
    definitions: { values: [], fields: [], sections: [], levels: [], ...more.definitions },
    store: { now: () => 0, ...more.store },
  } as unknown as SessionAccess
}

export function inSession(session: SessionAccess): (view: ReactNode) => ReactNode {
  return view => <SessionProvider access={session}>{view}</SessionProvider>
}

/** The others who have the model open. */
export function withPeers(peers: readonly Peer[]): (view: ReactNode) => ReactNode {
  const value = { shown: new ShownPeers(peers), changed: new Signal() }
  return view => <PeersContext.Provider value={value}>{view}</PeersContext.Provider>
}
