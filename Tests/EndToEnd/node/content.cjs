// A document as plain values, root by root, without the empty roots.
'use strict'

/** @param {import('yjs').Doc} doc @param {string[]} texts @param {string[]} maps */
function contentOf (doc, texts, maps) {
  const content = {}
  for (const root of texts) {
    const text = doc.getText(root).toString()
    if (text !== '') content[root] = text
  }
  for (const root of maps) {
    const map = doc.getMap(root).toJSON()
    if (Object.keys(map).length > 0) content[root] = map
  }
  return content
}

module.exports = { contentOf }
