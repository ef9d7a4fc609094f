import type { Enabler, EnablerKind } from '../domain/enabler.ts'
import type { GraphReads, RecordReads } from '../store/port.ts'
import { enablerKindOf, enablersOf, type Shared } from '../trace/enablers.ts'
import { picturePacks } from '../trace/picture-packs.ts'
import { givesWay } from './give-way.ts'
import { listingOf } from './listings.ts'
import { sharers } from './sharers.ts'

/** From how many shops on something is shared by strangers: there it counts for nothing as identity. */
export const leastSharing = 20

/** The forwarders, payment shells, agents, suppliers and packs of pictures that at least `least` shops of the store share. Others are answered meanwhile. */
export async function findEnablers(
  store: GraphReads & RecordReads,
  least = leastSharing,
): Promise<Enabler[]> {
  const breathe = givesWay()
  const closures = new Map<string, boolean>()
  for await (const { key, lives } of store.scanNodes('Shop')) {
    await breathe()
    closures.set(
      key,
      lives.some(({ ended }) => ended === 'counterfeit'),
    )
  }
  const values = await sharedValues(store, closures, least)
  const packs = picturePacks(await sharedPictures(store, least), least)
  return enablersOf([...values, ...packs], closures, least)
}

/** What shops have in common by a relation; a factory at a place where labels are made makes labels. */
async function sharedValues(
  store: GraphReads,
  closures: ReadonlyMap<string, boolean>,
  least: number,
): Promise<Shared[]> {
  const breathe = givesWay()
  const uses = new Map<EnablerKind, ReturnType<typeof sharers>>()
  const labels = new Set<string>()
  for await (const { from, type, to, properties } of store.scanEdges()) {
    await breathe()
    if (type === 'AT' && properties.role === 'label') labels.add(from)
    const kind = closures.has(from) ? enablerKindOf(type, to) : undefined
    if (kind === undefined) continue
    const own = uses.get(kind) ?? sharers()
    uses.set(kind, own)
    own.add(to, from)
  }
  const many = [...uses].flatMap(([kind, own]) =>
    Array.from(own.atLeast(least), ([key, shops]) => ({ kind, key, shops })),
  )
  const names = await store.namesOf(many.map(({ key }) => key))
  return many.map(({ kind, key, shops }) => {
    const own = labels.has(key) ? 'label_maker' : kind
    return { key, kind: own, shops, name: names.get(key) ?? key }
  })
}

async function sharedPictures(store: RecordReads, least: number) {
  const breathe = givesWay()
  const shown = sharers()
  for await (const record of store.scanRecords(['listing'])) {
    await breathe()
    const { shop, images } = listingOf(record)
    for (const image of images) shown.add(image, shop)
  }
  return shown.atLeast(least)
}
