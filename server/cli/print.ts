import type { Terminal } from './terminal.ts'

/** Characters handed on at once: enough that a million short lines are not a million writes. */
const chunkCharacters = 65_536

/** Writes lines as they come, in chunks. */
export async function printLines(terminal: Terminal, lines: AsyncIterable<string>): Promise<void> {
  let chunk = ''
  for await (const line of lines) {
    chunk += line
    if (chunkCharacters <= chunk.length) {
      await terminal.out(chunk)
      chunk = ''
    }
  }
  if (chunk !== '') await terminal.out(chunk)
}

/** Writes one value as one line of JSON. */
export async function printJson(terminal: Terminal, value: unknown): Promise<void> {
  await terminal.out(`${JSON.stringify(value)}\n`)
}
