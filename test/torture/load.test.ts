import { held } from './held.ts'
import { checkCodes } from './load/check-codes.ts'
import { hostileFiles } from './load/hostile-files.ts'
import { killedLoads } from './load/killed-loads.ts'
import { shuffledFiles } from './load/shuffled-files.ts'

/** A small seeded sample of what `npm run torture -- load` tries. */
describe('loading under torture', () => {
  it('accepts or quarantines every row of hostile files, or says in one sentence why not', async () => {
    held(await hostileFiles({ mutations: 240, seed: 20_260_401, large: false }))
  }).timeout(120_000)

  it('gives the graph of a clean run after it was killed and run again', async () => {
    held(await killedLoads({ times: 1, sizes: [1_000], seed: 20_260_402 }))
  }).timeout(120_000)

  it('notices every wrong character of a code with a check character', () => {
    held(checkCodes({ codes: 300, seed: 20_260_403 }))
  })

  it('says the same whatever the order of files and rows', async () => {
    held(await shuffledFiles({ times: 2, seed: 20_260_404 }))
  }).timeout(120_000)
})
