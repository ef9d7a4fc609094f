import type { Enabler, EnablerKind } from '../domain/enabler.ts'
import { eachListing } from '../linkage/catalogue/listing-rows.ts'
import type { GraphReads, RecordReads } from '../store/port.ts'
import { enablerKindOf, enablersOf, type Shared } from '../trace/enablers.ts'
import { picturePacks } from '../trace/picture-packs.ts'
import { listingReader } from './listings.ts'

/** From how many shops on something is shared by strangers: there it counts for nothing as identity. */
export const leastSharing = 20

/** The forwarders, payment shells, agents, suppliers and packs of pictures that at least `least` shops of the store share. */
export async function findEnablers(
  store: GraphReads & RecordReads,
  least = leastSharing,
): Promise<Enabler[]> {
  const closures = new Map<string, boolean>()
  for await (const { key, lives } of store.scanNodes('Shop'))
    closures.set(
      key,
      lives.some(({ ended }) => ended === 'counterfeit'),
    )
  const { shared, labels } = await sharedValues(store, closures)
  const many = [...shared.values()].filter(({ shops }) => least <= shops.size)
  const names = await store.namesOf(many.map(({ key }) => key))
  const values = many.map(({ key, kind, shops }): Shared => {
    const own = labels.has(key) ? 'label_maker' : kind
    return { key, kind: own, shops, name: names.get(key) ?? key }
  })
  const packs = picturePacks(await picturesShown(store), least)
  return enablersOf([...values, ...packs], closures, least)
}

interface Use {
  readonly key: string
  readonly kind: EnablerKind
  readonly shops: Set<string>
}

/** By value, who uses it, and which factories are at a place where labels are made. */
async function sharedValues(store: GraphReads, closures: ReadonlyMap<string, boolean>) {
  const shared = new Map<string, Use>()
  const labels = new Set<string>()
  for await (const { from, type, to, properties } of store.scanEdges()) {
    if (type === 'AT' && properties.role === 'label') labels.add(from)
    const kind = closures.has(from) ? enablerKindOf(type, to) : undefined
    if (kind === undefined) continue
    const use = shared.get(to) ?? { key: to, kind, shops: new Set<string>() }
    use.shops.add(from)
    shared.set(to, use)
  }
  return { shared, labels }
}

async function picturesShown(store: RecordReads): Promise<ReadonlyMap<string, Set<string>>> {
  const reader = listingReader()
  for await (const record of store.scanRecords(['listing'])) reader.add(record)
  const shown = new Map<string, Set<string>>()
  for (const { shop, images } of eachListing(reader.taken())) {
    for (const image of images) shown.set(image, (shown.get(image) ?? new Set<string>()).add(shop))
  }
  return shown
}
