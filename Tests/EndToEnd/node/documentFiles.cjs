// Documents for the tests of `samspil document`: what Yjs wrote, and what Yjs reads in it.
//
// node documentFiles.cjs write          prints {"updates": {name: [base64]}, "expected": {name: …}}
// node documentFiles.cjs read < UPDATE  prints what a document with this update alone holds
'use strict'
const Y = require('yjs')

const roots = ['t', 'a', 'm', 'x']
const encode = bytes => Buffer.from(bytes).toString('base64')

const contentOf = doc => {
  // Each root is read in each way: a new document for each, as Yjs gives a root one type for good.
  const update = Y.encodeStateAsUpdate(doc)
  const read = (name, get) => {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, update)
    return get(copy, name)
  }
  const content = {}
  for (const name of roots) {
    if (!doc.share.has(name)) continue
    content[name] = {
      string: read(name, (copy, name) => copy.getText(name).toString()),
      array: read(name, (copy, name) => copy.getArray(name).toJSON()),
      map: read(name, (copy, name) => copy.getMap(name).toJSON())
    }
  }
  const vector = Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(doc)))
  return { roots: content, stateVector: vector }
}

const recorded = (client, work, read = contentOf) => {
  const doc = new Y.Doc()
  doc.clientID = client
  const updates = []
  doc.on('update', update => updates.push(encode(update)))
  work(doc)
  return { updates, expected: read(doc) }
}

const write = () => ({
  text: recorded(7, doc => {
    const text = doc.getText('t')
    for (const letter of 'Hej på gensyn') text.insert(text.length, letter)
    text.delete(0, 4)
    text.insert(0, '🙂 "citat"\n')
    text.format(0, 4, { bold: true })
    text.insertEmbed(2, { image: 'ø.png' })
  }),
  nested: recorded(8, doc => {
    const map = new Y.Map()
    doc.getMap('m').set('unit', map)
    map.set('name', 'Lærkeskolen')
    map.set('order', [1, 2.5, -3, null, { æ: true }])
    map.set('gone', 1)
    map.delete('gone')
    map.set('undefined', undefined)
    const text = new Y.Text('formål')
    map.set('purpose', text)
    text.insert(6, '!')
    doc.getArray('a').insert(0, ['x', 1e21, 0.1, [new Array(3).fill(false)], new Y.Array(), new Y.Text('inde i')])
    doc.getArray('a').get(4).insert(0, [1, new Y.Map([['k', 'v']])])
    doc.getArray('a').delete(0, 1)
  }),
  xml: recorded(9, doc => {
    const element = new Y.XmlElement('P')
    doc.getXmlFragment('x').insert(0, [element, new Y.XmlText('a<b')])
    element.setAttribute('id', '1')
    const text = new Y.XmlText('fed')
    element.insert(0, [text])
    text.format(0, 2, { b: {} })
    doc.getArray('a').insert(0, [new Y.XmlElement('hr')])
  }),
  // Too deep for reading by recursion, as toJSON does.
  deep: recorded(10, doc => {
    let array = doc.getArray('a')
    for (let depth = 0; depth < 5000; depth++) {
      array.insert(0, [new Y.Array()])
      array = array.get(0)
    }
  }, () => null)
})

if (process.argv[2] === 'write') {
  const files = write()
  const expected = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.expected]))
  const updates = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.updates]))
  process.stdout.write(JSON.stringify({ updates, expected }))
} else {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, require('fs').readFileSync(0))
  process.stdout.write(JSON.stringify(contentOf(doc)))
}
