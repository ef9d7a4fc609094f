import type { EdgeStatement, Facts, NodeStatement } from '../../server/domain/fact.ts'
import type { EdgeType } from '../../server/domain/graph.ts'
import { kindOf } from '../../server/domain/keys.ts'
import { openStore } from '../../server/store/open-store.ts'
import { maxBatch } from '../../server/store/port.ts'
import { aSource, at, day, facts, key, type Row } from '../support/store-builders.ts'
import type { BenchServer, Took } from './bench-server.ts'

const source = 'demo/shops.csv'
const loadedAt = at(1_700_000_000_000)
const relationsPerShop = 6

/** A prime, so that what one shop shows lies far apart. */
const stride = 7_919

interface Shown {
  readonly type: EdgeType
  key(value: number): string
}

/** Kinds of what shops show, with the relation that leads there. */
const shown: readonly [Shown, ...Shown[]] = [
  { type: 'REACHED_AT', key: (value) => `contact:phone/+861${String(value).padStart(10, '0')}` },
  { type: 'REACHED_AT', key: (value) => `contact:email/seller${value}@example.com` },
  { type: 'PAID_INTO', key: (value) => `account:bank/622202${String(value).padStart(12, '0')}` },
  { type: 'REGISTERED_TO', key: (value) => `identity:made/CN/王${value}` },
  { type: 'SHIPS_FROM', key: (value) => `origin:浙江省杭州市余杭区文一西路${value}号` },
]

/** Facts of a graph, a batch at a time: half of its nodes are shops, each with six relations to what it shares with five others. */
export function* graphBatches(nodes: number): Generator<Facts[]> {
  const shops = Math.floor(nodes / 2)
  for (let start = 0; start < shops; start += maxBatch) {
    const held = Math.min(maxBatch, shops - start)
    yield Array.from({ length: held }, (_, place) => shopFacts(start + place, shops))
  }
}

function shopFacts(shop: number, values: number): Facts {
  const seen = { firstSeen: day('2024-01-02'), lastSeen: day(`2024-0${1 + (shop % 9)}-11`) }
  const own: NodeStatement = {
    ...{ key: key(`shop:taobao.com/${shop}`), kind: 'Shop', name: `金莲花表行${shop}`, ...seen },
    properties: { url: `https://shop${shop}.taobao.com/`, brands: ['Lotus'] },
  }
  const edges = Array.from({ length: relationsPerShop }, (_, place): EdgeStatement => {
    const value = ((shop * relationsPerShop + place) * stride) % values
    const { type, key: keyOf } = shown[value % shown.length] ?? shown[0]
    return {
      ...{ from: own.key, type, to: key(keyOf(value)), ...seen },
      ...{ discriminator: '', properties: {} },
    }
  })
  const ends = edges.map(
    ({ to }): NodeStatement => ({ key: to, kind: kindOf(to), properties: {}, ...seen }),
  )
  const row: Row = { source, row: shop + 1, nodes: [own, ...ends], edges }
  return facts(String(shop), {
    ...row,
    fields: { shop_id: String(shop), phone: edges.map(({ to }) => to) },
  })
}

/** Puts the batches into an empty Neo4j store, as a load does: the next one is made while one is written. */
export async function loadGraph(
  server: BenchServer,
  folder: string,
  batches: Iterable<Facts[]>,
): Promise<Took> {
  await using store = await openStore(server.uri, { ...process.env, REVENANT_FILES: folder })
  return await server.timed(async () => {
    const put = new Set<string>()
    let writing = Promise.resolve()
    for (const batch of batches) {
      for (const { record } of batch) put.add(record.hash)
      await writing
      writing = store.putFacts(source, batch, loadedAt)
    }
    await writing
    await store.finishSource(aSource(source, { loadedAt }), put as never, [])
  })
}
