import { expect } from 'chai'
import fc from 'fast-check'

import type { GraphNode } from '../../server/domain/graph.ts'
import { goodsByPlace, liftFor } from '../../server/trace/goods-by-place.ts'

const shops = Array.from({ length: 12 }, (_, n) => `shop:a/${n}`)
const some = fc.uniqueArray(fc.constantFrom(...shops))
const categories = fc.uniqueArray(fc.constantFrom('bags', 'shoes', 'toys'), { maxLength: 2 })

function node(
  key: string,
  kind: 'Shop' | 'Factory',
  properties: GraphNode['properties'],
): GraphNode {
  return { key, kind, name: key, properties, lives: [], records: [] }
}

describe('how the goods of a ring fit a source', () => {
  it('is counted among the shops of the source, and of its region but for them, that are not of the ring', () => {
    fc.assert(
      fc.property(
        fc.tuple(...shops.map(() => categories)),
        fc.tuple(some, some, some),
        some,
        categories,
        (sold, [one, two, far], ring, wanted) => {
          const nodes = [
            ...shops.map((key, n) => node(key, 'Shop', { categories: sold[n] ?? [] })),
            node('factory:a/1', 'Factory', { region: 'north' }),
            node('factory:a/2', 'Factory', { region: 'north' }),
            node('factory:a/3', 'Factory', { region: 'south' }),
          ]
          const suppliedBy = new Map([
            ['factory:a/1', one],
            ['factory:a/2', two],
            ['factory:a/3', far],
          ])
          const members = new Set(ring)
          const lift = liftFor(
            wanted,
            members,
            goodsByPlace(new Map(nodes.map((own) => [own.key, own])), suppliedBy),
          )
          const telling = shops.filter((_, n) => 0 < (sold[n]?.length ?? 0))
          const sells = (shop: string) =>
            sold[shops.indexOf(shop)]?.some((own) => wanted.includes(own)) === true
          const share = shops.filter(sells).length / Math.max(1, telling.length)
          const expected = (among: readonly string[]) => {
            const others = among.filter((shop) => telling.includes(shop) && !members.has(shop))
            if (others.length === 0 || share === 0) return { bits: 0, shops: 0 }
            const own = others.filter(sells).length
            const bits = Math.log2((own + 5 * share) / ((others.length + 5) * share))
            return { bits, shops: others.length }
          }
          expect(lift.of('factory:a/1')).to.deep.equal(expected(one))
          const around = [...new Set([...one, ...two])].filter((shop) => !one.includes(shop))
          expect(lift.around('north', 'factory:a/1')).to.deep.equal(expected(around))
          expect(lift.around('nowhere', 'factory:a/1')).to.deep.equal({ bits: 0, shops: 0 })
        },
      ),
    )
  })
})
