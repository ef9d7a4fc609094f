import { held } from './held.ts'
import { hostileFormats } from './hostile-formats.ts'
import { plantedCanaries } from './planted-canaries.ts'
import { sameBytes } from './same-bytes.ts'
import { tamperedPackages } from './tampered-packages.ts'

/** A small seeded sample of what `npm run torture -- leads` tries. */
describe('leads under torture', () => {
  it('are the same bytes from one store and from its copy', async () => {
    held(await sameBytes({ leads: 1, large: 0 }))
  }).timeout(300_000)

  it('show every change to both verifiers', async () => {
    held(await tamperedPackages({ tries: 60, seed: 20_260_314 }))
  })

  it('hold hostile texts in every format as they are, and run none', async () => {
    held(await hostileFormats({ seeds: [1], alone: 4 }))
  }).timeout(300_000)

  it('hold nothing of people outside their ring', async () => {
    held(await plantedCanaries({ canaries: 90, rings: 2 }))
  }).timeout(300_000)
})
