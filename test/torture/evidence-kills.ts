import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import { chainProblems } from '../../server/domain/evidence/custody-chain.ts'
import type { Sha256 } from '../../server/domain/units.ts'
import { receiveFile } from '../../server/jobs/custody/receive.ts'
import { detect } from '../../server/jobs/detect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import type { FileSource } from '../../server/store/files.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { temporaryFolder, writeRightDataset, writeSmallDataset } from '../jobs/small-dataset.ts'
import { aPicture } from '../support/evidence-builders.ts'
import { at } from '../support/store-builders.ts'
import { allOf, type TortureFigure } from './figure.ts'
import { type Clean, killPoints, phases, type Words } from './kill-points.ts'
import { cleanWork, killedWork } from './killed-work.ts'

export interface KillOptions {
  /** How often a process that adds evidence is killed. */
  readonly adding: number
  /** How often one that seals leads is. */
  readonly sealing: number
  readonly seed: number
}

type Work = 'add' | 'seal'

/** What a store is found to hold after kills. */
interface Found {
  lost: number
  halfFiles: number
  halfPackages: number
  unsaid: number
  readonly brokenChains: string[]
  /** Files that were hashed after an earlier kill; they are hashed once more at the end. */
  readonly hashed: Set<string>
}

const names = {
  add: { work: 'adding', one: 'a file added' },
  seal: { work: 'sealing', one: 'a package sealed' },
} as const

/**
 * Kills processes that add evidence and that seal leads, at points over the whole of what one takes on this machine while it runs, and looks at
 * what they leave after every kill.
 */
export async function evidenceKills({ seed, ...kills }: KillOptions): Promise<TortureFigure[]> {
  using temporary = temporaryFolder()
  const folder = join(temporary.path, 'store')
  const ring = await filledStore(temporary.path, folder)
  const found: Found = {
    ...{ lost: 0, halfFiles: 0, halfPackages: 0, unsaid: 0, brokenChains: [], hashed: new Set() },
  }
  const told: TortureFigure[] = []
  for (const [what, count] of [
    ['add', kills.adding],
    ['seal', kills.sealing],
  ] as const) {
    const parts = [folder, what]
    const clean = await cleanWork([...parts, 'clean', ring])
    process.stderr.write(`${cleanTold(what, clean)}\n`)
    const words: Words[] = []
    for (const [index, point] of killPoints(count, clean, seed).entries()) {
      const one = await killedWork([...parts, `${index}`, ring], point)
      words.push(one)
      await using store = await openStore(folder, {})
      await look(store, { what, said: one.done, index }, found)
      if (index % 20 === 19)
        process.stderr.write(`${index + 1} of ${count} killed while ${names[what].work}\n`)
    }
    told.push(...pointsTold(what, clean, words))
  }
  found.hashed.clear()
  await using store = await openStore(folder, {})
  await look(store, { what: 'seal', said: [], index: -1 }, found)
  return [
    ...told,
    allOf(
      'evidence: chains of custody that verify',
      kills.adding + kills.sealing + 1,
      found.brokenChains,
    ),
    ...[
      { name: 'evidence: acknowledged and lost', value: found.lost, unit: 'acts' },
      { name: 'evidence: half files visible', value: found.halfFiles, unit: 'files' },
      { name: 'evidence: half packages visible', value: found.halfPackages, unit: 'packages' },
      { name: 'evidence: leads without their custody', value: found.unsaid, unit: 'leads' },
    ].map((figure) => ({ ...figure, expected: 0 })),
  ]
}

function cleanTold(what: Work, { beforeMs, writingMs, doneMs }: Clean): string {
  return `${names[what].work} once: ${doneMs} ms, of them ${beforeMs} before writing and ${writingMs} writing`
}

/** How long one took undisturbed, and where in it the processes were killed. */
function pointsTold(what: Work, clean: Clean, words: readonly Words[]): TortureFigure[] {
  const { work, one } = names[what]
  const counted = (unit: string, value: number) => ({
    name: `evidence: killed while ${work}`,
    value,
    unit,
  })
  return [
    { name: `evidence: ${work} once, undisturbed`, value: clean.doneMs, unit: 'ms' },
    { name: `evidence: of it writing`, value: clean.writingMs, unit: 'ms' },
    counted('kills', words.length),
    ...phases.map((phase) => counted(phase, words.filter((each) => each.phase === phase).length)),
    counted(`with ${one}`, words.filter(({ done }) => 0 < done.length).length),
    {
      name: `evidence: acknowledged while ${work}`,
      value: words.flatMap(({ done }) => done).length,
      unit: 'acts',
    },
  ]
}

async function filledStore(parent: string, folder: string): Promise<string> {
  const paths = [writeSmallDataset(parent), writeRightDataset(parent)]
  await using store = await openStore(folder, {})
  await loadDatasets(store, paths, { at: at(1), onProgress: () => undefined })
  const run = await detect(store, { at: at(2), onProgress: () => undefined })
  const { items } = await store.rings(run.id, { limit: 1 })
  const [ring] = items
  if (ring === undefined) throw new Error('the small dataset has no ring')
  // A film of 4 MiB, so that writing takes a while of which there is a middle.
  const film = [aPicture('seen'), ...Array.from({ length: 4 }, () => Buffer.alloc(1_048_576, 7))]
  await receiveFile(store, Readable.from(film), {
    ...{ name: 'seen.png', by: 'An', now: at(3), keeping: {}, other: false },
    collection: { collectedBy: 'An' },
    about: [ring.members[0]?.shop ?? ''],
  })
  return ring.id
}

interface Killed {
  readonly what: Work
  readonly said: readonly string[]
  readonly index: number
}

async function look(store: Store, { what, said, index }: Killed, found: Found): Promise<void> {
  const leads = await store.leads()
  const sealed = new Set<string>()
  const received = new Set<Sha256>()
  for await (const event of store.custody()) {
    if (event.what === 'received') received.add(event.file)
    if (event.what === 'sealed') sealed.add(event.lead)
  }
  const there = new Set<string>(what === 'add' ? received : leads.map(({ id }) => id))
  found.lost += said.filter((one) => !there.has(one)).length
  found.unsaid += leads.filter(({ id }) => !sealed.has(id)).length
  const problems = await chainProblems(store.custody())
  if (0 < problems.length) found.brokenChains.push(`${what} ${index}: ${problems.join(' ')}`)
  for (const { id, sha256 } of leads) {
    found.halfPackages += await half(found, sha256, () => store.leadPackage(id))
  }
  // Whatever stands on a shelf is whole, spoken of or not.
  for await (const sha256 of store.scanFiles('leads')) {
    found.halfPackages += await half(found, sha256, () => store.file('leads', sha256))
  }
  for await (const sha256 of store.scanFiles('evidence')) {
    received.delete(sha256)
    found.halfFiles += await half(found, sha256, () => store.file('evidence', sha256))
  }
  found.lost += received.size
}

/** 1 for a file whose bytes are not those of its hash. */
async function half(
  { hashed }: Found,
  sha256: string,
  read: () => Promise<FileSource | undefined>,
): Promise<number> {
  if (hashed.has(sha256)) return 0
  hashed.add(sha256)
  return (await hashOf(await read())) === sha256 ? 0 : 1
}

async function hashOf(file: FileSource | undefined): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of file?.chunks() ?? []) hash.update(chunk)
  return hash.digest('hex')
}
