/** One element of a document, with its attributes and text as a reader sees them. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Of the element itself, without that of its children. */
  readonly text: string
}

/**
 * Reads a document as strictly as XML 1.0 asks and stops at the first thing that is not well-formed (§2.1), with attributes and ends of lines normalized
 * (§3.3.3, §2.11). What our own files never have, such as document types, comments and sections of character data, counts as an error too.
 */
export function readXml(xml: string): XmlElement {
  if (!xml.isWellFormed() || illegal.test(xml)) throw new Error('a character outside Char')
  const body = xml.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(declaration, '')
  const open: Opened[] = [{ name: '', attributes: {}, children: [], texts: [] }]
  let at = 0
  for (const match of body.matchAll(tag)) {
    const [whole, close = '', name = '', attributes = '', empty = ''] = match
    topOf(open).texts.push(decoded(body.slice(at, match.index)))
    at = match.index + whole.length
    if (close === '')
      open.push({ name, attributes: attributesOf(attributes), children: [], texts: [] })
    if (close !== '' || empty !== '') closeTop(open, name)
  }
  topOf(open).texts.push(decoded(body.slice(at)))
  const [root] = open
  const [only, ...more] = root?.children ?? []
  if (open.length !== 1 || only === undefined || 0 < more.length) throw new Error('not one element')
  if (root?.texts.join('').trim() !== '') throw new Error('text outside the element')
  return only
}

/** Every element of a name, however deep. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  return [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) => elementsOf(child, name)),
  ]
}

interface Opened {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  readonly texts: string[]
}

const illegal = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u
const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>/
const tag = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^<"]*")*)\s*(\/?)>/g

function topOf(open: readonly Opened[]): Opened {
  const top = open.at(-1)
  if (top === undefined) throw new Error('more ends than beginnings')
  return top
}

function closeTop(open: Opened[], name: string): void {
  const { texts, ...element } = topOf(open)
  if (element.name !== name || open.length < 2)
    throw new Error(`${name} ends where it did not begin`)
  open.pop()
  topOf(open).children.push({ ...element, text: texts.join('') })
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)="([^<"]*)"/g)].map(
    ([, name = '', value = '']) => [name, decoded(value.replaceAll(/[\t\n]/g, ' '))] as const,
  )
  const attributes = Object.fromEntries(pairs)
  if (Object.keys(attributes).length !== pairs.length)
    throw new Error(`an attribute twice: ${text}`)
  return attributes
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  if (text.includes('<')) throw new Error(`not a tag: ${text.slice(0, 60)}`)
  return text.replaceAll(/&([^;]*);?/g, (whole, name: string) => {
    const number = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name)
    const [, hex, digits] = number ?? []
    const character = number
      ? String.fromCodePoint(Number.parseInt(hex ?? digits ?? '', hex === undefined ? 10 : 16))
      : named[name]
    if (character === undefined || !whole.endsWith(';') || illegal.test(character)) {
      throw new Error(`not a reference: ${whole.slice(0, 20)}`)
    }
    return character
  })
}
