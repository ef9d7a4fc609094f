import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { chainProblems } from '../../server/domain/evidence/custody-chain.ts'
import { mulberry32 } from '../../server/domain/random.ts'
import type { Sha256 } from '../../server/domain/units.ts'
import { receiveFile } from '../../server/jobs/custody/receive.ts'
import { detect } from '../../server/jobs/detect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { FileSource, Store } from '../../server/store/port.ts'
import { temporaryFolder, writeRightDataset, writeSmallDataset } from '../jobs/small-dataset.ts'
import { aPicture } from '../support/evidence-builders.ts'
import { at } from '../support/store-builders.ts'
import type { TortureFigure } from './figure.ts'

/** What a store is found to hold after kills, counted. */
interface Found {
  acknowledged: number
  lost: number
  halfFiles: number
  halfPackages: number
  unsaid: number
  brokenChains: number
  /** Files that were hashed after an earlier kill; they are hashed once more at the end. */
  readonly hashed: Set<string>
}

/** Longer than a file takes to add, or a lead to seal, so that kills fall into every part of it. */
const longestMs = { add: 400, seal: 2_500 } as const

/** Kills processes that add evidence and that seal leads, each at a moment of its own, and looks at what they leave after every kill. */
export async function evidenceKills({
  kills,
  seed,
}: {
  readonly kills: number
  readonly seed: number
}): Promise<TortureFigure[]> {
  using temporary = temporaryFolder()
  const folder = join(temporary.path, 'store')
  const ring = await filledStore(temporary.path, folder)
  const random = mulberry32(seed)
  const found: Found = {
    ...{ acknowledged: 0, lost: 0, halfFiles: 0, halfPackages: 0, unsaid: 0, brokenChains: 0 },
    hashed: new Set(),
  }
  for (let kill = 0; kill < kills; kill += 1) {
    const what = kill % 2 === 0 ? 'add' : 'seal'
    const said = await killed([folder, what, `${kill}`, ring], random() * longestMs[what])
    if (kill === kills - 1) found.hashed.clear()
    await using store = await openStore(folder, {})
    await look(store, { what, said }, found)
  }
  return [
    { name: 'evidence: kills while adding and sealing', value: kills, unit: 'kills' },
    { name: 'evidence: acknowledged before a kill', value: found.acknowledged, unit: 'acts' },
    ...[
      { name: 'evidence: acknowledged and lost', value: found.lost, unit: 'acts' },
      { name: 'evidence: half files visible', value: found.halfFiles, unit: 'files' },
      { name: 'evidence: half packages visible', value: found.halfPackages, unit: 'packages' },
      { name: 'evidence: leads without their custody', value: found.unsaid, unit: 'leads' },
      { name: 'evidence: chains that do not verify', value: found.brokenChains, unit: 'chains' },
    ].map((figure) => ({ ...figure, expected: 0 })),
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
  await receiveFile(store, Readable.from([aPicture('seen')]), {
    ...{ name: 'seen.png', by: 'An', now: at(3), keeping: {}, other: false },
    collection: { collectedBy: 'An' },
    about: [ring.members[0]?.shop ?? ''],
  })
  return ring.id
}

/** Runs the process until it is ready, then for a while longer; what it said that it had done. */
async function killed(parts: readonly string[], ms: number): Promise<string[]> {
  const script = fileURLToPath(new URL('../support/evidence-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...parts], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (said: Buffer) => {
    text += said.toString()
  })
  await once(child.stdout, 'data')
  await after(ms)
  child.kill('SIGKILL')
  const [, signal] = await once(child, 'close')
  if (signal !== 'SIGKILL') throw new Error('the process ended by itself')
  return text.split('\n').slice(1, -1)
}

async function look(
  store: Store,
  { what, said }: { what: 'add' | 'seal'; said: readonly string[] },
  found: Found,
): Promise<void> {
  const leads = await store.leads()
  const sealed = new Set<string>()
  const received = new Set<Sha256>()
  for await (const event of store.custody()) {
    if (event.what === 'received') received.add(event.file)
    if (event.what === 'sealed') sealed.add(event.lead)
  }
  const there = new Set<string>(what === 'add' ? received : leads.map(({ id }) => id))
  found.acknowledged += said.length
  found.lost += said.filter((one) => !there.has(one)).length
  found.unsaid += leads.filter(({ id }) => !sealed.has(id)).length
  found.brokenChains += (await chainProblems(store.custody())).length === 0 ? 0 : 1
  for (const { id, sha256 } of leads) {
    found.halfPackages += await half(found, sha256, () => store.leadPackage(id))
  }
  // Whatever stands on the shelf is whole, spoken of or not.
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
