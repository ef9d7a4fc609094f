import { canonicalJson, compareText } from './canonical.ts'

/** The canonical form of an object as a line of UTF-8, an item of its lists at a time, so that a lead of 300 shops is never one text beside its bytes. */
export function canonicalLine(value: Readonly<Record<string, unknown>>): Uint8Array {
  const pieces: Uint8Array[] = []
  let text = ''
  const write = (more: string) => {
    text += more
    if (text.length < pieceCharacters) return
    pieces.push(Buffer.from(text))
    text = ''
  }
  for (const part of partsOf(value)) write(part)
  pieces.push(Buffer.from(`${text}\n`))
  return new Uint8Array(Buffer.concat(pieces))
}

const pieceCharacters = 65_536

function* partsOf(value: Readonly<Record<string, unknown>>): Generator<string> {
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .toSorted(compareText)
  yield '{'
  for (const [place, key] of keys.entries()) {
    yield `${place === 0 ? '' : ','}${JSON.stringify(key)}:`
    const own = value[key]
    if (Array.isArray(own)) yield* listParts(own)
    else yield canonicalJson(own)
  }
  yield '}'
}

function* listParts(items: readonly unknown[]): Generator<string> {
  yield '['
  for (const [place, item] of items.entries()) {
    yield `${place === 0 ? '' : ','}${item === undefined ? 'null' : canonicalJson(item)}`
  }
  yield ']'
}
