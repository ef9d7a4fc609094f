import { compareText } from '../domain/canonical.ts'
import { keyAmong } from '../domain/keys.ts'
import type { Ring } from '../domain/ring.ts'
import type { RetiredRing, RunLineage } from '../domain/ring-event.ts'
import type { Run } from '../domain/run.ts'
import type { PastRings } from '../rings/identity/carry-rings.ts'
import type { Runs } from '../store/port.ts'
import { allRings } from './all-rings.ts'

/** Everything that earlier runs of a store say of rings and shops. */
export interface Past extends PastRings {
  /** The run before; undefined for the first. */
  readonly run: Run | undefined
  /** Shops that the store held in the run before; undefined where that run does not say. */
  readonly shops: ReadonlySet<string> | undefined
  /** Keys that shops had in the run before, by those that they have now, where these are others. */
  readonly formerKeys: ReadonlyMap<string, string>
}

/**
 * Reads the book of rings from the first run on. Runs of versions that kept none are read by their rings: those that the run before this one has not are retired,
 * so that no id that was ever used is given to another. Shops are told by the keys that they have now, of those that the store holds (`keys-now.ts` says why).
 */
export async function readPast(store: Runs, held: ReadonlySet<string>): Promise<Past> {
  const [run, ...earlier] = await store.runs()
  if (run === undefined)
    return { run, rings: [], retired: [], shops: new Set(), formerKeys: new Map() }
  const rings = await allRings(store, run.id)
  const book: Book = { retired: new Map(), shops: new Set() }
  for (const { id } of [run, ...earlier].toReversed()) {
    const lineage = await store.lineage(id)
    if (lineage === undefined) await readUnwritten(book, store, id)
    else readLineage(book, lineage)
  }
  for (const { id } of rings) book.retired.delete(id)
  const retired = [...book.retired.values()].toSorted((a, b) => compareText(a.id, b.id))
  return asNow({ run, rings, retired, shops: book.shops }, held)
}

function asNow(past: Omit<Past, 'formerKeys'>, held: ReadonlySet<string>): Past {
  const formerKeys = new Map<string, string>()
  const now = (shop: string) => {
    const key = keyAmong(held, shop)
    if (key !== shop) formerKeys.set(key, shop)
    return key
  }
  return {
    run: past.run,
    rings: past.rings.map((ring) => ({
      ...ring,
      members: ring.members.map((member) => ({ ...member, shop: now(member.shop) })),
    })),
    retired: past.retired.map((ring) => ({ ...ring, shops: ring.shops.map(now) })),
    shops: past.shops && new Set([...past.shops].map(now)),
    formerKeys,
  }
}

/** What has been read so far. */
interface Book {
  readonly retired: Map<string, RetiredRing>
  shops: Set<string> | undefined
}

async function readUnwritten(book: Book, store: Runs, run: number): Promise<void> {
  book.shops = undefined
  for (const ring of await allRings(store, run)) book.retired.set(ring.id, asRetired(ring))
}

function readLineage(book: Book, { retired, gone, firstSeen }: RunLineage): void {
  const shops = book.shops ?? new Set()
  book.shops = shops
  for (const ring of retired) book.retired.set(ring.id, ring)
  for (const shop of gone) shops.delete(shop)
  for (const shop of firstSeen) shops.add(shop)
}

function asRetired({ id, name, members }: Ring): RetiredRing {
  const shops = members.map(({ shop }) => shop).toSorted(compareText)
  const event = { from: [], to: [], gained: [], lost: shops, causes: [], causesOmitted: 0 }
  return { id, name, shops, event: { change: 'retired', ...event } }
}
