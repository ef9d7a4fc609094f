import { measurePublic } from './public/run.ts'
import { measureLaboratory } from './sets/laboratory.ts'
import { measureRingSets } from './sets/rings.ts'
import { measureDemo, measureSample } from './sets/sample.ts'
import { measureSupply } from './sets/supply.ts'
import { measureWorlds } from './sets/worlds.ts'

/**
 * `npm run accuracy -- NAME`: how right the links and rings of one set are, as a line of JSON for each figure, yardsticks beside it. NAME stands
 * in this table or is a folder of `datasets/samples`. The whole linkage, no store.
 */
const sets: Readonly<Record<string, (options: readonly string[]) => Promise<void>>> = {
  demo: measureDemo,
  'laboratory-world': measureLaboratory,
  public: measurePublic,
  rings: measureRingSets,
  supply: measureSupply,
  worlds: measureWorlds,
}

const [name = 'early-learning-sites', ...options] = process.argv.slice(2)
const measureSet = sets[name] ?? (() => measureSample(name))
await measureSet(options)
