import { canonicalJson, compareText } from './canonical.ts'
import type { EdgeStatement, NodeStatement } from './fact.ts'
import { mergeSaidLives, type SaidLife, settleLives } from './fold-lives.ts'
import { nameOf, withOtherNames } from './fold-names.ts'
import type { GraphEdge, GraphNode, Properties, PropertyValue } from './graph.ts'
import { kindOf, type NodeKey } from './keys.ts'
import type { Life } from './life.ts'
import type { IsoDate, Sha256 } from './units.ts'

/**
 * What has been said of one node or relation so far, with just enough beside it to take in one more statement.
 * Plain JSON. Merging is associative, commutative and idempotent, so a store folds in whatever it is given, in any
 * order and as often as it comes, and reads back one answer.
 */
export interface FoldState {
  readonly name?: Dated<string> | undefined
  /** Names that other statements give, sorted: what the thing can be found by beside the name that counts. */
  readonly otherNames?: readonly string[] | undefined
  readonly properties: Readonly<Record<string, Dated<PropertyValue>>>
  readonly lives?: readonly SaidLife[] | undefined
  readonly firstSeen?: IsoDate | undefined
  readonly lastSeen?: IsoDate | undefined
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** A value and the day it was last seen; no day sorts before every day. Lists carry no day, as they are united. */
type Dated<T> = readonly [value: T, lastSeen?: IsoDate | undefined]

export function nodeState(statement: NodeStatement): FoldState {
  const { name, life, lastSeen } = statement
  const state: Writable<FoldState> = edgeState(statement)
  if (name) state.name = lastSeen ? [name, lastSeen] : [name]
  if (life) state.lives = [saidLife(life, lastSeen)]
  return state
}

/** What is not known is left out, as it is when a store reads the state back. */
function saidLife(
  { from, to, began, ended, explicit }: SaidLife,
  seen: SaidLife['seen'],
): SaidLife {
  return {
    began,
    explicit,
    ...(from && { from }),
    ...(to && { to }),
    ...(ended && { ended }),
    ...(seen && { seen }),
  }
}

export function edgeState(
  statement: Pick<EdgeStatement, 'properties' | 'firstSeen' | 'lastSeen'>,
): FoldState {
  const { properties, firstSeen, lastSeen } = statement
  const state: Writable<FoldState> = { properties: datedValues(properties, lastSeen) }
  if (firstSeen) state.firstSeen = firstSeen
  if (lastSeen) state.lastSeen = lastSeen
  return state
}

function datedValues(properties: Properties, lastSeen: IsoDate | undefined) {
  const dated: Record<string, Dated<PropertyValue>> = {}
  for (const property in properties) {
    const value = datedValue(properties[property] as PropertyValue, lastSeen)
    // Assigning to this name would set what the object inherits from.
    if (property === '__proto__') Object.defineProperty(dated, property, { value, ...ordinary })
    else dated[property] = value
  }
  return dated
}

const ordinary = { enumerable: true, configurable: true, writable: true }

function datedValue(value: PropertyValue, lastSeen: IsoDate | undefined): Dated<PropertyValue> {
  if (Array.isArray(value)) return [united(value)]
  return lastSeen ? [value, lastSeen] : [value]
}

export function mergeStates(a: FoldState, b: FoldState): FoldState {
  return withOtherNames(mergeTwo(a, b), [a, b])
}

/** The same of any number of states, of which there is at least one; other names are gathered once, as a thing may have thousands. */
export function mergeAll(states: readonly FoldState[]): FoldState {
  const merged = states.reduce(mergeTwo)
  return states.length < 2 ? merged : withOtherNames(merged, states)
}

/** Without the names that do not count. */
function mergeTwo(a: FoldState, b: FoldState): FoldState {
  const name = a.name && b.name ? later(a.name, b.name) : (a.name ?? b.name)
  const lives = mergeSaidLives(a.lives ?? [], b.lives ?? [])
  const firstSeen = earliest(a.firstSeen, b.firstSeen)
  const lastSeen = latest(a.lastSeen, b.lastSeen)
  return {
    ...(name && { name }),
    properties: mergeProperties(a.properties, b.properties),
    ...(lives.length > 0 && { lives }),
    ...(firstSeen && { firstSeen }),
    ...(lastSeen && { lastSeen }),
  }
}

/** The node that a state describes. The list of records becomes its own. */
export function nodeOf(key: NodeKey, state: FoldState, records: Sha256[]): GraphNode {
  const { firstSeen, lastSeen } = state
  const [kind, name] = [kindOf(key), nameOf(key, state)]
  const lives = state.lives === undefined ? noLives : settleLives(state.lives)
  const properties = propertiesOf(state.properties)
  if (firstSeen && lastSeen)
    return { key, kind, name, lives, properties, firstSeen, lastSeen, records }
  if (firstSeen) return { key, kind, name, lives, properties, firstSeen, records }
  if (lastSeen) return { key, kind, name, lives, properties, lastSeen, records }
  return { key, kind, name, lives, properties, records }
}

/** One list for all that have none, which nobody changes. */
const noLives = Object.freeze([] as Life[]) as Life[]

/** The relation that a state describes. The list of records becomes its own. */
export function edgeOf(
  { from, type, to, discriminator }: Pick<EdgeStatement, 'from' | 'type' | 'to' | 'discriminator'>,
  state: FoldState,
  records: Sha256[],
): GraphEdge {
  const { firstSeen, lastSeen } = state
  const properties = propertiesOf(state.properties)
  // Written out, here as for nodes: a store reads millions, and what is added to an object later stands in a second one, with room to spare.
  if (firstSeen && lastSeen)
    return { from, type, to, discriminator, properties, firstSeen, lastSeen, records }
  if (firstSeen) return { from, type, to, discriminator, properties, firstSeen, records }
  if (lastSeen) return { from, type, to, discriminator, properties, lastSeen, records }
  return { from, type, to, discriminator, properties, records }
}

/** Each property with its value alone, in order. */
function propertiesOf(properties: FoldState['properties']): Properties {
  const names = Object.keys(properties)
  if (1 < names.length) names.sort(compareText)
  // Assigning to this key would set what the copy inherits from.
  if (names.includes('__proto__'))
    return Object.fromEntries(names.map((name) => [name, valueIn(properties, name)]))
  const own: Record<string, PropertyValue> = {}
  for (const name of names) own[name] = valueIn(properties, name)
  return own
}

function valueIn(properties: FoldState['properties'], name: string): PropertyValue {
  return (properties[name] as Dated<PropertyValue>)[0]
}

function mergeProperties(a: FoldState['properties'], b: FoldState['properties']) {
  const merged = new Map(Object.entries(a))
  for (const [property, value] of Object.entries(b)) {
    const before = merged.get(property)
    merged.set(property, before ? mergeValues(before, value) : value)
  }
  return Object.fromEntries(merged)
}

/** A list beats a single value, whatever their days: otherwise the answer would depend on which two met first. */
function mergeValues(a: Dated<PropertyValue>, b: Dated<PropertyValue>): Dated<PropertyValue> {
  const [listA, listB] = [a[0], b[0]].map((value) => (Array.isArray(value) ? value : undefined))
  if (listA && listB) return [united([...listA, ...listB])]
  if (listA) return a
  return listB ? b : later(a, b)
}

function later<T extends PropertyValue>(a: Dated<T>, b: Dated<T>): Dated<T> {
  const order =
    compareText(a[1] ?? '', b[1] ?? '') || compareText(canonicalJson(a[0]), canonicalJson(b[0]))
  return order < 0 ? b : a
}

function united(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted(compareText)
}

function earliest(a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}

function latest(a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? b : a
}
