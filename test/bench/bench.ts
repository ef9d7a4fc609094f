import { type BenchOptions, benchOptions } from './bench-options.ts'
import { detectAlone, measureDetect } from './detect-speed.ts'
import { measureEventLoop } from './event-loop.ts'
import { measureExplorer } from './explorer-speed.ts'
import { measureHistorical, resolveHistorical } from './historical.ts'
import { measureKernels } from './kernels.ts'
import { linkShopsWhole, measureLinkage, measureShops, shopStages } from './linkage-speed.ts'
import { loadBareAlone, loadReadAlone, loadWholeAlone, measureLoad } from './load-speed.ts'
import { measureNeo4j } from './neo4j-speed.ts'
import { measurePersons } from './persons.ts'
import { resolvePersons } from './persons-resolve.ts'
import { measureRawSpeed, rawRingsAlone } from './raw-speed.ts'
import { measureRingsAtScale, ringsAtScaleAlone } from './rings-at-scale.ts'
import { liveAlone, measureLive } from './rings-live.ts'
import { measurePeers, peersAlone } from './rings-peers.ts'
import { measureRings, ringsAlone, ringsByGraphology } from './rings-speed.ts'
import { measureStore, storeAlone } from './store-speed.ts'

/**
 * `npm run bench -- NAME [options]`: how fast and how lean, as a line of JSON for each figure; `ratio` is that of the peer measured in the same call over
 * ours. NAME stands in this table; those that end in “alone” are processes of their own that the others start, so that nothing else counts for their memory.
 */
const benches: Readonly<Record<string, (options: BenchOptions) => void | Promise<void>>> = {
  linkage: measureLinkage,
  historical: measureHistorical,
  persons: measurePersons,
  load: measureLoad,
  kernels: measureKernels,
  shops: measureShops,
  detect: measureDetect,
  'event-loop': measureEventLoop,
  rings: measureRings,
  'rings-peers': measurePeers,
  'rings-live': measureLive,
  explorer: measureExplorer,
  neo4j: measureNeo4j,
  store: measureStore,
  'store-alone': storeAlone,
  'load-read-alone': loadReadAlone,
  'load-whole-alone': loadWholeAlone,
  'load-bare-alone': loadBareAlone,
  'historical-alone': resolveHistorical,
  'persons-alone': resolvePersons,
  'shop-stages-alone': shopStages,
  'shops-alone': linkShopsWhole,
  'detect-alone': detectAlone,
  'rings-at-scale': measureRingsAtScale,
  'rings-at-scale-alone': ringsAtScaleAlone,
  'raw-rings': measureRawSpeed,
  'raw-rings-alone': rawRingsAlone,
  'rings-alone': ringsAlone,
  'rings-peers-alone': peersAlone,
  'rings-live-alone': liveAlone,
  'rings-graphology-alone': ringsByGraphology,
}

const [name = 'linkage', ...options] = process.argv.slice(2)
const bench = benches[name]
if (bench === undefined)
  throw new Error(`no bench is called ${name}; there are ${Object.keys(benches).join(', ')}`)
await bench(benchOptions(options))
