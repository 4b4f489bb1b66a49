/** A message, or two where the number decides. `{name}` is filled in. */
export type Message = string | { one: string, other: string }
export type Parameters = Readonly<Record<string, string | number>>

/** The message in words: the form that `count` asks for, its blanks filled in. One that nothing is given for stays. */
export function worded(message: Message, parameters: Parameters): string {
  const text = typeof message === 'string' ? message : parameters['count'] === 1 ? message.one : message.other
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole))
}
