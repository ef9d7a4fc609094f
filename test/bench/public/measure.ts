import { type Resolved, resolve } from '../../../server/linkage/identities/resolve.ts'
import { textColumn } from '../../../server/linkage/kernels/text-column.ts'
import { identityTable } from './identity-table.ts'
import { type PartitionScore, pairsOf, scorePartition } from './score.ts'
import { type PublicSet, publicSets } from './sets.ts'

/** One line of the benchmark. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
}

const seed = 1
const pairBudget = 2_000_000

/**
 * Reads and resolves one set and says how right and how dear that was. `tuned on` are the entities whose figures were looked at while settings were
 * chosen, `held out` the others; they are told apart by the hash of the entity's name. Time covers reading, encoding and everything to the clusters.
 *
 * @throws when no set has that name
 */
export function* measureSet(name: string): Generator<Figure> {
  const read = publicSets[name]
  if (read === undefined) throw new Error(`no public set is called ${name}`)
  const started = performance.now()
  const before = process.cpuUsage()
  const set = read()
  const resolved = resolve(identityTable(set.described), { seed, pairBudget })
  const { user, system } = process.cpuUsage(before)
  const wall = (performance.now() - started) / 1000
  const megabytes = process.resourceUsage().maxRSS / 1024
  yield* blockingFigures(name, set, resolved)
  for (const [part, hash] of set.halfSeen ? parts : parts.slice(0, 1)) {
    const score = scorePart(set, resolved, (entity) => hash < 0 || hashOf(entity) === hash)
    yield* scoreFigures(`${name}${part}`, score)
  }
  yield { name: `${name}: time`, value: wall, unit: 'seconds' }
  yield { name: `${name}: processor`, value: (user + system) / 1e6, unit: 'CPU seconds' }
  yield { name: `${name}: memory at its peak`, value: megabytes, unit: 'MB' }
}

const parts = [
  ['', -1],
  [', tuned on', 0],
  [', held out', 1],
] as const

/** One bit of a name: FNV-1a with the finish of a 32-bit mixer, as its own low bit is little mixed. */
function hashOf(entity: string): number {
  let hash = 0x811c9dc5
  for (let place = 0; place < entity.length; place++)
    hash = Math.imul(hash ^ entity.charCodeAt(place), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return (hash >>> 3) & 1
}

function scorePart(
  { truth }: PublicSet,
  { clusterOf }: Resolved,
  counts: (entity: string) => boolean,
): PartitionScore {
  const { codes, values } = textColumn(truth)
  const counted = values.map(counts)
  return scorePartition(clusterOf, codes, (record) => counted[codes[record] as number] === true)
}

function* blockingFigures(
  name: string,
  { truth }: PublicSet,
  { pairs }: Resolved,
): Generator<Figure> {
  const { codes, holders } = textColumn(truth)
  let seen = 0
  for (const [pair, a] of pairs.left.entries())
    if (codes[a] === codes[pairs.right[pair] as number]) seen++
  const all = pairsOf(new Map(holders.entries()))
  yield { name: `${name}: records`, value: truth.length, unit: 'count' }
  yield { name: `${name}: pairs compared`, value: pairs.left.length, unit: 'count' }
  yield { name: `${name}: true pairs among them`, value: seen / all, unit: 'share' }
}

function* scoreFigures(name: string, { pairs, bCubed }: PartitionScore): Generator<Figure> {
  for (const [group, own] of Object.entries({ pairs, 'B-cubed': bCubed })) {
    for (const [figure, value] of Object.entries(own))
      yield { name: `${name}: ${group} ${figure}`, value, unit: 'share' }
  }
}
