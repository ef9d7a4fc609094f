import { Converter } from 'opencc-js'

const convert = Converter({ from: 't', to: 'cn' })

/** The common Chinese characters are looked up by their place, which is what most of a text is; by place: 0 where nobody asked yet. */
const first = 0x4e00
const last = 0x9fff
const kept = 1
const changed = 2
const known = new Uint8Array(last - first + 1)

/** Chinese text in simplified characters; any other text as it is. */
export function simplified(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    if (mayChange(text.charCodeAt(at))) return text.replace(/\p{Script=Han}/gu, simplifiedCharacter)
  }
  return text
}

function mayChange(unit: number): boolean {
  if (unit < 0x2e80) return false
  if (unit < first || last < unit) return true
  const place = unit - first
  if (known[place] === 0) {
    const character = String.fromCharCode(unit)
    known[place] = simplifiedCharacter(character) === character ? kept : changed
  }
  return known[place] === changed
}

const converted = new Map<string, string>()

/** One character at a time: by phrase, a part of a name could be written otherwise than the same part of the whole. */
export function simplifiedCharacter(character: string): string {
  const before = converted.get(character)
  if (before !== undefined) return before
  const after = convert(character)
  converted.set(character, after)
  return after
}
