import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memo, useState } from 'react'
import { act } from 'react-test-renderer'
import * as Y from 'yjs'
import { ModelProvider, useModel, useModelEditing, type ModelAccess } from '../src/views/model/ModelContext'
import { useOptions } from '../src/views/fields/useOptions'
import { SessionProvider, useSession, useSessionSetting, type SessionAccess } from '../src/views/session/SessionContext'
import { inSession, Rendered, sessionOf, wordsOf } from './rendering'

/** Counts how often what reads `useValue` is drawn. */
function counted(useValue: () => unknown) {
  const count = { drawn: 0 }
  const Part = memo(function Part() {
    useValue()
    count.drawn += 1
    return null
  })
  return { Part, count }
}

test('an event of the session draws again what asks for its view, and not what asks for its setting', async () => {
  const view = counted(useSession)
  const setting = counted(useSessionSetting)
  let next: (access: SessionAccess) => void = () => undefined
  const first = sessionOf({})
  function Live() {
    const [access, setAccess] = useState(first)
    next = setAccess
    return <SessionProvider access={access}><view.Part /><setting.Part /></SessionProvider>
  }
  await Rendered.of(<Live />)
  await act(async () => next({ ...first, view: { ...first.view, models: [] } }))
  assert.deepEqual([view.count.drawn, setting.count.drawn], [2, 1])
})

test('a summary of the model draws again what asks for it, and not its fields', async () => {
  const whole = counted(useModel)
  const field = counted(useModelEditing)
  let next: (access: ModelAccess) => void = () => undefined
  const first = { summary: {}, missing: new Set(), canWrite: true } as unknown as ModelAccess
  function Live() {
    const [access, setAccess] = useState(first)
    next = setAccess
    return <ModelProvider access={access}><whole.Part /><field.Part /></ModelProvider>
  }
  await Rendered.of(<Live />)
  await act(async () => next({ ...first, summary: {} as ModelAccess['summary'] }))
  assert.deepEqual([whole.count.drawn, field.count.drawn], [2, 1])
  await act(async () => next({ ...first, canWrite: false }))
  assert.deepEqual([whole.count.drawn, field.count.drawn], [3, 2], 'a lock is seen by every field')
})

test('a sign that is named is named at once wherever one may choose it', async () => {
  const doc = new Y.Doc()
  const row = new Y.Map<unknown>([['order', 'a'], ['text', 'Ro']])
  doc.getMap('signs').set('s-1', row)
  function Choices() {
    return <p>{useOptions('sign').map(one => one.name).join()}</p>
  }
  const access = { document: { doc } } as unknown as ModelAccess
  const view = await Rendered.of(<Choices />, one => inSession(sessionOf({ week: { signs: [] } }))(
    <ModelProvider access={access}>{one}</ModelProvider>))
  assert.equal(view.tags('p').map(wordsOf).join(), 'Ro')
  await act(async () => { row.set('text', 'Ro i klassen') })
  assert.equal(view.tags('p').map(wordsOf).join(), 'Ro i klassen')
})
