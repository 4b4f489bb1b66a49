/** Whether somebody's focus is in a field they write in: such a person is never moved. */
export function isWriting(): boolean {
  return document.activeElement?.matches(
    'textarea, input:not([type=checkbox]):not([type=radio]), [contenteditable=true]'
  ) ?? false
}
