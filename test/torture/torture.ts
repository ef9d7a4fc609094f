import { type TortureFigure, told } from './figure.ts'
import { hostileFormats } from './hostile-formats.ts'
import { checkCodes } from './load/check-codes.ts'
import { hostileFiles } from './load/hostile-files.ts'
import { killedLoads } from './load/killed-loads.ts'
import { shuffledFiles } from './load/shuffled-files.ts'
import { plantedCanaries } from './planted-canaries.ts'
import { sameBytes } from './same-bytes.ts'
import { tamperedPackages } from './tampered-packages.ts'

/**
 * `npm run torture -- NAME [PART]`: what must hold however often and however meanly it is tried, as a line of JSON for each figure; exit code 1 where one is
 * not as it must be. Each part is a function of how much is tried, which the tests call with a little.
 */
const tortures: Readonly<Record<string, Readonly<Record<string, () => Promise<TortureFigure[]>>>>> =
  {
    leads: {
      same: () => sameBytes({ leads: 100, large: 20 }),
      tampered: () => tamperedPackages({ tries: 10_000, seed: 20_260_314 }),
      hostile: () => hostileFormats({ seeds: [1, 2, 3, 4, 5] }),
      canaries: () => plantedCanaries({ canaries: 1_000, rings: 4 }),
    },
    load: {
      hostile: () => hostileFiles({ mutations: 10_000, seed: 20_260_401, large: true }),
      killed: () => killedLoads({ times: 200, sizes: [1_000, 4_000, 12_000], seed: 20_260_402 }),
      codes: async () => checkCodes({ codes: 15_000, seed: 20_260_403 }),
      shuffled: () => shuffledFiles({ times: 100, seed: 20_260_404 }),
    },
  }

const [name = 'leads', only] = process.argv.slice(2)
const parts = tortures[name]
const chosen = Object.entries(parts ?? {}).filter(([part]) => only === undefined || part === only)
if (chosen.length === 0) {
  const known = Object.entries(tortures).map(
    ([each, own]) => `${each} (${Object.keys(own).join(', ')})`,
  )
  throw new Error(
    `no torture is called ${[name, only].join(' ').trim()}; there is ${known.join('; ')}`,
  )
}
let good = true
for (const [, part] of chosen) for (const figure of await part()) good = told(figure) && good
process.exitCode = good ? 0 : 1
