/**
 * The browser's translation, reading aids and other extensions put elements of their own around the page's texts or in
 * their place. React holds on to the nodes that it made: it takes them out of where it put them, which throws where one
 * is not there any more and ends the page; and it writes news into a text that nobody sees, so that »Gemt« would stand
 * there when nothing is saved.
 *
 * What stands in the place of a text of React's is remembered, and goes as soon as React touches that text: the page
 * says what is so, and whoever translated it does so anew.
 *
 * Rejected: `translate="no"` for the page. Not everybody who takes part reads Danish or English, and reading aids do
 * not ask.
 */
export function bearOtherHands(page: Element): void {
  new MutationObserver(noteReplaced).observe(page, { childList: true, subtree: true })
  const { removeChild, insertBefore } = Node.prototype
  Node.prototype.removeChild = function <Child extends Node>(this: Node, child: Child): Child {
    if (child.parentNode === this || !isReacts(child)) return removeChild.call(this, child) as Child
    standIns.get(child)?.remove()
    child.parentNode?.removeChild(child)
    return child
  }
  Node.prototype.insertBefore = function <Child extends Node>(this: Node, child: Child, before: Node | null): Child {
    const isPlain = before === null || before.parentNode === this || !isReacts(before)
    return insertBefore.call(this, child, isPlain ? before : childWith(this, standIns.get(before) ?? before)) as Child
  }
}

/** By the texts of React's that they replace. */
const standIns = new WeakMap<Node, ChildNode>()

const written = new MutationObserver(changes => { for (const { target } of changes) putBack(target) })

/** React marks the nodes that it made; others' have no mark. */
function isReacts(node: Node): boolean {
  return Object.keys(node).some(key => key.startsWith('__reactFiber$'))
}

function noteReplaced(changes: readonly MutationRecord[]): void {
  const added = new Set(changes.flatMap(change => [...change.addedNodes]).filter(node => !isReacts(node)))
  if (added.size === 0) return
  for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of changes) {
    for (const text of removedNodes) {
      if (!(text instanceof Text) || text.isConnected || !isReacts(text)) continue
      const standIn = [...addedNodes, previousSibling, nextSibling]
        .find(node => node !== null && added.has(node) && node.parentNode === target)
      if (!standIn) continue
      standIns.set(text, standIn as ChildNode)
      written.observe(text, { characterData: true })
    }
  }
}

function putBack(text: Node): void {
  const standIn = standIns.get(text)
  standIns.delete(text)
  if (standIn?.parentNode) standIn.replaceWith(text)
}

/** The child of `parent` that holds `node`; null, for its end, where none does any more. */
function childWith(parent: Node, node: Node): Node | null {
  let child: Node | null = node
  while (child !== null && child.parentNode !== parent) child = child.parentNode
  return child
}
