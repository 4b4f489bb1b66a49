/** Where letters go: fields, and lists in which a letter chooses. */
const fields =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]'

/**
 * Keys without a modifier sleep from the moment a field gets the focus until the next click or Tab outside of one.
 * A field may be gone in the middle of a word (somebody removed its row): the rest of the word is no command.
 */
let asleep = false

const isField = (target: EventTarget | null): boolean => target instanceof Element && target.closest(fields) !== null

/** Whether a key without a modifier is meant as one. */
export function isSingleKey(event: KeyboardEvent): boolean {
  return !asleep && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !event.repeat
    && !isField(event.target)
}

/** Begins to watch where the focus goes; once for the page, before anything is shown. */
export function watchFields(): void {
  document.addEventListener('focusin', event => { if (isField(event.target)) asleep = true }, true)
  document.addEventListener('pointerdown', event => { asleep = isField(event.target) }, true)
  // A field may have been focused all the time.
  document.addEventListener('keydown', event => {
    asleep = event.key === 'Tab' ? false : asleep || isField(event.target)
  }, true)
}
