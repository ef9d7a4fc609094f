import { blockRecords } from '../../server/linkage/identities/block-records.ts'
import { kernelOf } from '../../server/linkage/identities/kernel-of.ts'
import { randomPairs } from '../../server/linkage/random-pairs.ts'
import { identityTable } from './public/identity-table.ts'
import { publicSets } from './public/sets.ts'

/**
 * `node --import tsx test/bench/kernels.ts [SET]`: pairs a CPU second that all channels of a public set compare, one line of JSON each, for
 * random pairs, where no two texts meet twice, and for blocked ones, where they often do. Best of three, packing of texts included.
 */
const [name = 'historical-50k'] = process.argv.slice(2)
const set = publicSets[name]?.()
if (set === undefined) throw new Error(`no public set is called ${name}`)
const table = identityTable(set.described)
const samples = {
  random: randomPairs(table.records, 1, 1_000_000),
  blocked: blockRecords(table.rules, 2_000_000),
}
for (const [kind, { left, right }] of Object.entries(samples)) {
  const seconds = [0, 1, 2].map(() => {
    const before = process.cpuUsage()
    for (const channel of table.channels) kernelOf(channel).compare(left, right)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1e6
  })
  const value = Math.round(left.length / Math.min(...seconds))
  const unit = `pairs a CPU second, ${table.channels.length} channels`
  process.stdout.write(`${JSON.stringify({ name: `${name}: ${kind} pairs`, value, unit })}\n`)
}
