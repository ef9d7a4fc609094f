import { z } from 'zod'

import { compareText } from '../canonical.ts'
import { EpochMs, IsoDate, Sha256 } from '../units.ts'
import { About, Collection, type Keeping } from './collection.ts'
import type { CustodyEvent } from './custody.ts'
import { EvidenceFile } from './evidence-file.ts'

/** A hold that nobody has released. */
export const OpenHold = z.object({
  seq: z.int(),
  by: z.string(),
  at: EpochMs,
  why: z.string(),
})

/** One file as the events of its custody leave it. */
export const EvidenceItem = z.object({
  file: EvidenceFile,
  /** Each time that it was handed in; the first one says how it was collected. */
  receipts: z
    .array(z.object({ seq: z.int(), by: z.string(), at: EpochMs, collection: Collection }))
    .min(1),
  about: z.array(About),
  /** The latest end of a transaction that anybody gave. */
  transactionEnd: IsoDate.optional(),
  /** Cases that it is kept for, by name; one without a closing day is open. */
  cases: z.array(z.object({ name: z.string(), closed: IsoDate.optional() })),
  /** Datasets that it belongs to, whose terms it shares. */
  datasets: z.array(z.string()),
  /** The only countries that it may go to; absent where nobody said. */
  mayGoTo: z.array(z.string()).optional(),
  derivedFrom: Sha256.optional(),
  holds: z.array(OpenHold),
  /** Leads that it was sealed into. */
  leads: z.array(z.string()),
  /** Set when the bytes are gone; the events stay. */
  destroyedAt: EpochMs.optional(),
})
export type EvidenceItem = z.infer<typeof EvidenceItem>

/** Every file by its SHA-256, in the order in which they first arrived. */
export type EvidenceItems = ReadonlyMap<Sha256, EvidenceItem>

/** What the events make of the items; events of files that were never received change nothing. */
export function foldCustody(
  events: readonly CustodyEvent[],
  before: EvidenceItems = new Map(),
): EvidenceItems {
  const items = new Map(before)
  for (const event of events) {
    if (event.what === 'verified') continue
    const item = after(items.get(event.file), event)
    if (item !== undefined) items.set(event.file, item)
  }
  return items
}

type FileEvent = Exclude<CustodyEvent, { what: 'verified' }>

function after(item: EvidenceItem | undefined, event: FileEvent): EvidenceItem | undefined {
  if (event.what === 'received') return received(item, event)
  if (item === undefined) return undefined
  switch (event.what) {
    case 'described':
      return {
        ...item,
        about: union(item.about, event.about),
        ...keptFor(item, event.keeping),
        ...passedOn(item, event.keeping),
      }
    case 'held': {
      const { seq, by, at, why } = event
      return { ...item, holds: [...item.holds, { seq, by, at, why }] }
    }
    case 'released':
      return { ...item, holds: item.holds.filter(({ seq }) => seq !== event.hold) }
    case 'sealed':
      return { ...item, leads: union(item.leads, [event.lead]) }
    case 'destroyed':
      return { ...item, destroyedAt: event.at }
    case 'exported':
    case 'moved':
      return item
  }
}

function received(
  item: EvidenceItem | undefined,
  event: Extract<CustodyEvent, { what: 'received' }>,
): EvidenceItem {
  const { seq, by, at, collection, facts, about, keeping, derivedFrom } = event
  const receipt = { seq, by, at, collection }
  const base: EvidenceItem = item ?? {
    file: facts,
    receipts: [],
    about: [],
    cases: [],
    datasets: [],
    holds: [],
    leads: [],
    ...(derivedFrom !== undefined && { derivedFrom }),
  }
  // Handed in again after its bytes were destroyed, it is here again.
  const { destroyedAt: _destroyed, ...here } = base
  return {
    ...here,
    receipts: [...here.receipts, receipt],
    about: union(here.about, about),
    ...keptFor(here, keeping),
    ...passedOn(here, { ...keeping, mayGoTo: common(here.mayGoTo, keeping.mayGoTo) }),
  }
}

/** No day that is said later comes before what was said; naming a closed case again, without a closing day, opens it again. */
function keptFor(
  { transactionEnd, cases }: EvidenceItem,
  said: Keeping,
): Pick<EvidenceItem, 'transactionEnd' | 'cases'> {
  const end = latest(transactionEnd, said.transactionEnd)
  const known = cases.find(({ name }) => name === said.case)
  const closed = said.caseClosed && latest(known?.closed, said.caseClosed)
  const one = said.case !== undefined && { name: said.case, ...(closed && { closed }) }
  return {
    ...(end !== undefined && { transactionEnd: end }),
    cases: [...cases.filter(({ name }) => name !== said.case), ...(one ? [one] : [])].toSorted(
      (a, b) => compareText(a.name, b.name),
    ),
  }
}

/** A person who describes a file can put right where it may go; who only hands it in again cannot make that wider. */
function passedOn(
  { datasets, mayGoTo }: EvidenceItem,
  { dataset, mayGoTo: said = mayGoTo }: Keeping,
): Pick<EvidenceItem, 'datasets' | 'mayGoTo'> {
  return {
    datasets: union(datasets, dataset === undefined ? [] : [dataset]),
    ...(said !== undefined && { mayGoTo: union(said, []) }),
  }
}

/** What both allow, where nothing said allows everything. */
function common(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): string[] | undefined {
  const said = a ?? b
  return said?.filter((place) => b === undefined || b.includes(place))
}

function latest<T extends string>(a: T | undefined, b: T | undefined): T | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? b : a
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].toSorted()
}
