import { type TortureFigure, told } from './figure.ts'

/**
 * `npm run torture -- NAME [PART]`: what must hold however often and however meanly it is tried, as a line of JSON for each figure; exit code 1 where one is
 * not as it must be. Each part is a function of how much is tried, which the tests call with a little. A part is loaded when its turn comes: one that only counts days
 * has no need of a database, a font or a server in its process.
 */
const tortures: Readonly<Record<string, Readonly<Record<string, () => Promise<TortureFigure[]>>>>> =
  {
    leads: {
      same: async () => {
        const { sameBytes } = await import('./same-bytes.ts')
        return sameBytes({ leads: 100, large: 20 })
      },
      tampered: async () => {
        const { tamperedPackages } = await import('./tampered-packages.ts')
        return tamperedPackages({ tries: 10_000, seed: 20_260_314 })
      },
      hostile: async () => {
        const { hostileFormats } = await import('./hostile-formats.ts')
        return hostileFormats({ seeds: [1, 2, 3, 4, 5] })
      },
      retention: async () => {
        const { retentionTorture } = await import('./retention.ts')
        return retentionTorture({ cases: 10_000, seed: 20_260_314 })
      },
      kills: async () => {
        const { evidenceKills } = await import('./evidence-kills.ts')
        return evidenceKills({ adding: 100, sealing: 200, seed: 20_260_314 })
      },
      canaries: async () => {
        const { plantedCanaries } = await import('./planted-canaries.ts')
        return plantedCanaries({ canaries: 1_000, rings: 4 })
      },
    },
    load: {
      hostile: async () => {
        const { hostileFiles } = await import('./load/hostile-files.ts')
        return hostileFiles({ mutations: 10_000, seed: 20_260_401, large: true })
      },
      killed: async () => {
        const { killedLoads } = await import('./load/killed-loads.ts')
        return killedLoads({ times: 200, sizes: [500, 2_000, 21_000], seed: 20_260_402 })
      },
      codes: async () => {
        const { checkCodes } = await import('./load/check-codes.ts')
        return checkCodes({ codes: 15_000, seed: 20_260_403 })
      },
      shuffled: async () => {
        const { shuffledFiles } = await import('./load/shuffled-files.ts')
        return shuffledFiles({ times: 100, seed: 20_260_404 })
      },
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
for (const [part, run] of chosen) {
  // Minutes pass without a figure, and nobody should take that for standing still.
  process.stderr.write(`${name} ${part} …\n`)
  for (const figure of await run()) good = told(figure) && good
}
process.exitCode = good ? 0 : 1
