import { z } from 'zod'

import { type NodeKind, nodeKinds } from './graph.ts'
import { plainPlatform } from './platform.ts'

/** The one identity of a node in every store and export: `prefix:part/part`, e.g. `shop:taobao.com/88213`. */
export const NodeKey = z
  .string()
  .regex(/^(shop|identity|contact|account|origin|factory|place|ring):./su)
  .brand<'NodeKey'>()
export type NodeKey = z.infer<typeof NodeKey>

export const keyPrefixes: Record<NodeKind, string> = {
  Shop: 'shop',
  Identity: 'identity',
  Contact: 'contact',
  PaymentAccount: 'account',
  Origin: 'origin',
  Factory: 'factory',
  Place: 'place',
  Ring: 'ring',
}

/** Builds the key of a node from its parts, the platform of a shop by its site, each percent-encoded where a part could be mistaken for structure. */
export function nodeKey(kind: NodeKind, ...parts: readonly string[]): NodeKey {
  let key = `${keyPrefixes[kind]}:`
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? ''
    const plain = at === 0 && kind === 'Shop' ? plainPlatform(part) : part
    key += (at === 0 ? '' : '/') + encodePart(plain)
  }
  return key as NodeKey
}

/** The key of a shop as it is made now, by the site of its platform; every other key as it is. What people and runs of earlier versions wrote may name a shop by an address in other letters. */
export function plainKey(key: string): string {
  const slash = key.startsWith(shopPrefix) ? key.indexOf('/') : -1
  if (slash === -1) return key
  const platform = key.slice(shopPrefix.length, slash)
  const plain = plainPart(platform)
  return plain === platform ? key : shopPrefix + plain + key.slice(slash)
}

const shopPrefix = `${keyPrefixes.Shop}:`

function plainPart(platform: string): string {
  try {
    return encodePart(plainPlatform(decodePart(platform)))
  } catch {
    // No key that was ever made: it names nothing.
    return platform
  }
}

/** Of a key that somebody wrote, the one that is there now: itself, or where that is gone the one by its site. */
export function keyAmong(there: ReadonlySet<string>, key: string): string {
  const plain = plainKey(key)
  return plain !== key && !there.has(key) && there.has(plain) ? plain : key
}

/** The kind of node a key names. */
export function kindOf(key: NodeKey): NodeKind {
  const prefix = key.slice(0, key.indexOf(':'))
  const kind = kindByPrefix.get(prefix)
  if (kind === undefined) throw new Error(`no node kind has keys like ${key}`)
  return kind
}

const kindByPrefix: ReadonlyMap<string, NodeKind> = new Map(
  nodeKinds.map((kind) => [keyPrefixes[kind], kind]),
)

/** The decoded parts after the prefix. */
export function partsOf(key: NodeKey): string[] {
  return key
    .slice(key.indexOf(':') + 1)
    .split('/')
    .map(decodePart)
}

/** A key as written in a reference field: as it is, or a bare `platform/id`, which means a shop. */
export function toKey(reference: string): NodeKey | undefined {
  const full = NodeKey.safeParse(reference)
  if (full.success) return full.data
  const slash = reference.indexOf('/')
  if (slash <= 0 || slash === reference.length - 1) return undefined
  return nodeKey('Shop', reference.slice(0, slash), reference.slice(slash + 1))
}

/** A shop key as people and exports write it: `platform/id`, without the prefix. */
export function shopReference(key: NodeKey): string {
  return key.replace(/^shop:/, '')
}

/** Nothing in it is encoded; surrogates are looked at more closely. */
const notEncoded = /^[^%/\p{Cc}\p{Cs}\u{10000}-\u{10FFFF}]*$/u

/** `%` first, then `/`, control characters and everything above U+FFFF, so that keys are one to one and every store sorts them alike. */
export function encodePart(part: string): string {
  if (isCommon(part) || notEncoded.test(part)) return part
  return part
    .toWellFormed()
    .replaceAll('%', '%25')
    .replaceAll('/', '%2F')
    .replace(/[\p{Cc}\u{10000}-\u{10FFFF}]/gu, encodeURIComponent)
}

/** What most parts are made of: ASCII without its control characters, `%` and `/`, and the common Chinese characters. */
function isCommon(part: string): boolean {
  for (let at = 0; at < part.length; at += 1) {
    const unit = part.charCodeAt(at)
    const isPrinted = 0x20 <= unit && unit <= 0x7e && unit !== 0x25 && unit !== 0x2f
    if (!isPrinted && (unit < 0x4e00 || 0x9fff < unit)) return false
  }
  return true
}

/** Nothing in it was encoded; a lone surrogate is no key's and fails below. */
const isNotEncoded = /^[^%\ud800-\udfff]*$/

function decodePart(part: string): string {
  if (isNotEncoded.test(part)) return part
  return decodeURIComponent(part.replace(/[^%\p{ASCII}]+/gu, encodeURIComponent))
}
