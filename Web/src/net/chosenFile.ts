/**
 * A file that somebody chose: its bytes as they are. Which letters they mean is the server's to find out, which knows
 * more encodings than a browser guesses and refuses what it cannot read, instead of letters that are lost.
 */
export interface ChosenFile { name: string, type: 'application/json' | 'text/csv', bytes: Uint8Array }

/** Read at once, so that what was looked over is what is brought in. */
export async function chosenFile(file: File): Promise<ChosenFile> {
  const isTable = /\.(csv|tsv|txt)$/i.test(file.name)
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { name: file.name, type: isTable ? 'text/csv' : 'application/json', bytes }
}

/** A letter for each byte. */
export function byteLetters(bytes: Uint8Array): string {
  let text = ''
  // A call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
  }
  return text
}
