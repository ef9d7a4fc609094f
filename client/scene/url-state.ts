import { type Filter, filterIn, writeFilter } from '../filter/filter.ts'
import { momentIn } from './moment.ts'
import type { Layout, Selection } from './scene.ts'
import { type TimeWindow, windowIn, windowText } from './time-window.ts'

/** What the address of the page says, so that sharing it shows another person the same picture. */
export interface UrlState {
  readonly ring?: string | undefined
  /** A scene that was opened from one shop that no ring holds. */
  readonly shop?: string | undefined
  /** A saved scene, by id: the exact view as it was left. */
  readonly scene?: string | undefined
  /** Things that were gathered without a ring, as long as they are few. */
  readonly keys?: readonly string[] | undefined
  readonly layout?: Layout | undefined
  /** Absent: the date of the run. */
  readonly asOf?: string | undefined
  /** The moment whose state of knowledge is shown, in UTC. Absent: now. */
  readonly knownAt?: string | undefined
  /** What was known on the date instead of what was the case. */
  readonly known?: boolean | undefined
  readonly window?: TimeWindow | undefined
  readonly selection?: Selection | undefined
  readonly filter?: Filter | undefined
  /** Absent: the language of the browser, or the one chosen last. */
  readonly language?: 'en' | 'zh' | undefined
  /** No animation, and a probe for tests in the page. */
  readonly e2e?: boolean | undefined
}

/** More selected nodes than this are not carried in the address. */
const selectedKeysMax = 20

/** More things than this need a saved scene to be shared. */
export const sharedKeysMax = 40

/** Reads an address's query, with or without the question mark; what cannot be read is left out. */
export function readUrl(text: string): UrlState {
  const query = new URLSearchParams(text)
  return defined({
    ring: query.get('ring') ?? undefined,
    shop: query.get('shop') ?? undefined,
    scene: query.get('scene') ?? undefined,
    keys: listIn(query.getAll('with')),
    layout: oneOf(query.get('layout'), ['lanes', 'force', 'map', 'split', 'table']),
    asOf: dateIn(query.get('asOf')),
    knownAt: momentIn(query.get('knownAt')),
    known: query.get('known') === '1' ? true : undefined,
    window: windowIn(query.get('window')),
    selection: selectionIn(query),
    filter: filterIn(query),
    language: oneOf(query.get('lang'), ['en', 'zh']),
    e2e: query.get('e2e') === '1' ? true : undefined,
  })
}

/** The query for a state, without the question mark; reads back as the same state. */
export function writeUrl(state: UrlState): string {
  const query = new URLSearchParams()
  if (state.ring !== undefined) query.set('ring', state.ring)
  if (state.shop !== undefined) query.set('shop', state.shop)
  if (state.scene !== undefined) query.set('scene', state.scene)
  for (const key of state.keys ?? []) query.append('with', key)
  if (state.layout !== undefined) query.set('layout', state.layout)
  if (state.asOf !== undefined) query.set('asOf', state.asOf)
  if (state.knownAt !== undefined) query.set('knownAt', state.knownAt)
  if (state.known === true) query.set('known', '1')
  if (state.window !== undefined) query.set('window', windowText(state.window))
  writeSelection(query, state.selection)
  writeFilter(query, state.filter)
  if (state.language !== undefined) query.set('lang', state.language)
  if (state.e2e === true) query.set('e2e', '1')
  return query.toString()
}

function listIn(keys: readonly string[]): readonly string[] | undefined {
  return keys.length === 0 ? undefined : keys.slice(0, sharedKeysMax)
}

function selectionIn(query: URLSearchParams): Selection | undefined {
  const keys = query.getAll('node')
  if (keys.length > 0) return { kind: 'nodes', keys }
  const link = query.get('link')
  if (link !== null) return { kind: 'link', id: link }
  const edge = query.get('edge')
  return edge === null ? undefined : { kind: 'edge', id: edge }
}

function writeSelection(query: URLSearchParams, selection: Selection | undefined): void {
  if (selection === undefined) return
  if (selection.kind !== 'nodes') {
    query.set(selection.kind, selection.id)
    return
  }
  for (const key of selection.keys.slice(0, selectedKeysMax)) query.append('node', key)
}

function oneOf<T extends string>(value: string | null, known: readonly T[]): T | undefined {
  return known.find((candidate) => candidate === value)
}

function dateIn(value: string | null): string | undefined {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined
}

/** Absent parts are left out, so that equal states are equal values. */
function defined(state: UrlState): UrlState {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined))
}
