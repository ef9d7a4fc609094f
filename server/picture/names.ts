import type { BareNode, NodeKind } from '../domain/graph.ts'
import type { Words } from './words.ts'

export interface Label {
  readonly name: string
  /** The second line: the other script of the name where it has two, otherwise what kind of thing it is. */
  readonly detail: string
}

/** The two lines of a node: the original script first, the transliteration or the kind second. */
export function labelOf(node: BareNode, words: Words): Label {
  const two = inTwoScripts(node.name)
  return two ?? { name: node.name, detail: detailOf(node, words) }
}

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** A name written twice, as `金莲箱包 Golden Lotus Bags` or `金莲箱包 (Golden Lotus Bags)`. */
const twice = /^(?<first>.*?\S)\s*[\s/|(（]\s*(?<second>\p{Script=Latin}[^)）]*?)[)）]?$/u

function inTwoScripts(name: string): Label | undefined {
  const { first, second } = twice.exec(name)?.groups ?? {}
  if (first === undefined || second === undefined) return undefined
  return han.test(first) && !han.test(second) ? { name: first, detail: second } : undefined
}

/** The property that says best what a thing of a kind is. */
const telling: Partial<Record<NodeKind, string>> = {
  Factory: 'products',
  Origin: 'region',
  Place: 'region',
}

function detailOf({ kind, key, properties }: BareNode, words: Words): string {
  const { kinds, schemes, contacts } = words
  const said = (property: string) => textOf(properties[property])
  if (kind === 'Shop') return shopReference(key)
  if (kind === 'Identity') return kindOfPerson(said('entityKind'), kinds)
  if (kind === 'Contact') return contacts[said('contactKind')] ?? kinds.Contact
  if (kind === 'PaymentAccount') {
    const scheme = said('scheme')
    return join(schemes[scheme] ?? scheme, said('holder')) || kinds[kind]
  }
  return said(telling[kind] ?? '') || kinds[kind]
}

function kindOfPerson(entityKind: string, kinds: Words['kinds']): string {
  if (entityKind === 'company' || entityKind === 'person') return kinds[entityKind]
  return kinds.Identity
}

/** `taobao.com / 88213`. */
function shopReference(key: string): string {
  return key
    .slice(key.indexOf(':') + 1)
    .split('/')
    .map(readable)
    .join(' / ')
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}

function textOf(value: BareNode['properties'][string] | undefined): string {
  if (value === undefined) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}
