import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect } from 'chai'

import { type NodeKey, nodeKey, shopReference } from '../../server/domain/keys.ts'
import type { Link } from '../../server/domain/link.ts'
import { onOwnEvidence } from '../../server/domain/own-evidence.ts'
import { EpochMs, type IsoDate, type Probability } from '../../server/domain/units.ts'
import { detect } from '../../server/jobs/detect.ts'
import { readEvidence } from '../../server/jobs/evidence.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { currentJudging } from '../../server/jobs/run-model.ts'
import { type ScreenedShop, screen } from '../../server/jobs/screen.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import type { Model } from '../../server/linkage/model.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { worldFiles } from '../support/world-files.ts'
import { temporaryFolder } from './small-dataset.ts'

const options = { at: EpochMs.parse(1_700_000_000_000), onProgress: () => undefined }
/** One shop in so many applies; the others are loaded. */
const oneIn = 9
const seeds = [1, 2, 3]

describe('screening by a published run', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  beforeEach(() => {
    temporary = temporaryFolder()
  })
  afterEach(() => temporary[Symbol.dispose]())
  const open = (name: string) => openStore(join(temporary.path, name), {})

  for (const seed of seeds) {
    it(`gives the numbers of a batch that holds the new shops too and is given the model (seed ${seed})`, async () => {
      const { known, applicants, asOf } = splitWorld(temporary.path, seed)
      await using store = await open('store')
      await loadDatasets(store, [known], options)
      await detect(store, options)
      const { shops, judging } = await screen(store, applicants.folder, options)
      expect(judging.run?.id).to.equal(1)

      await using whole = await open('whole')
      await loadDatasets(whole, [known, applicants.folder], options)
      const { model } = await currentJudging(store)
      const batch = (own: Model | undefined) => batchOf(whole, applicants.keys, asOf, own)
      expect(shops.flatMap(({ candidates }) => candidates)).to.not.have.length(0)
      expect(shops).to.deep.equal(await batch(model))
      expect(shops).to.not.deep.equal(await batch(undefined))
    })
  }

  it('learns from what is at hand where nothing was published, and says so', async () => {
    const { known, applicants, asOf } = splitWorld(temporary.path, 1)
    await using store = await open('store')
    await loadDatasets(store, [known], options)
    const { shops, judging } = await screen(store, applicants.folder, options)
    expect(judging).to.deep.equal({ run: undefined, model: undefined })
    await loadDatasets(store, [applicants.folder], options)
    expect(shops).to.deep.equal(await batchOf(store, applicants.keys, asOf, undefined))
  })
})

interface Split {
  /** Folder of the dataset that is loaded. */
  readonly known: string
  readonly applicants: { readonly folder: string; readonly keys: ReadonlySet<string> }
  readonly asOf: IsoDate
}

/** A synthetic world in two datasets: the shops that apply, with all that is said of them, and everything else. */
function splitWorld(parent: string, seed: number): Split {
  const { files } = worldFiles({ shops: 270, seed, evasion: 1, twin: false, labels: 0 })
  const rows = (files.get('data/shop.csv') ?? '').trimEnd().split('\n').slice(1)
  const applying = rows.filter((_, row) => row % oneIn === 0).map(shopOfRow)
  const keys = new Set(applying)
  const { asOf } = JSON.parse(files.get('data/dataset.json') ?? '{}')
  const [known, folder] = ['known', 'applying'].map((name) => {
    for (const [path, text] of files) {
      if (!path.startsWith('data/')) continue
      const part = path.endsWith('.csv') ? partOf(text, keys, name === 'applying') : text
      write(join(parent, name, path), part.replace(/"name": "[^"]*"/, `"name": "${name}"`))
    }
    return join(parent, name, 'data')
  }) as [string, string]
  return { known, applicants: { folder, keys }, asOf }
}

/** The rows of a file about shops that apply, or all others; a cell never holds a line break. */
function partOf(text: string, applying: ReadonlySet<string>, wanted: boolean): string {
  const [header, ...rows] = text.trimEnd().split('\n')
  const own = rows.filter((row) => applying.has(shopOfRow(row)) === wanted)
  return `${[header, ...own].join('\n')}\n`
}

function shopOfRow(row: string): string {
  const [platform = '', id = ''] = row.split(',')
  return nodeKey('Shop', platform, id)
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** What screening promises, worked out from a store that holds everything. */
async function batchOf(
  store: Store,
  applying: ReadonlySet<string>,
  asOf: IsoDate,
  model: Model | undefined,
): Promise<ScreenedShop[]> {
  const evidence = await readEvidence(store, () => undefined)
  const limits = { threshold: 0.8 as Probability, minimum: 0.05 as Probability }
  const { links } = linkShops(evidence, { asOf, model, ...limits })
  const closed = new Set(
    evidence.nodes
      .filter(({ key, lives }) => !applying.has(key) && lives.some(({ to }) => to !== undefined))
      .map(({ key }) => key),
  )
  const candidate = ({ from, to }: Link, shop: string) => (from === shop ? to : from)
  return [...applying].toSorted().map((shop) => {
    const own = links
      .map(onOwnEvidence)
      .filter(
        (link) =>
          limits.minimum <= link.probability &&
          link.kind === 'same_controller' &&
          (link.from === shop || link.to === shop) &&
          closed.has(candidate(link, shop)),
      )
    const all = 1 + own.reduce((sum, { bits }) => sum + 2 ** bits, 0)
    const surest = own.toSorted((x, y) => y.bits - x.bits)
    return {
      shop: shopReference(shop as NodeKey),
      notSeenBefore: 1 / all,
      candidates: surest.map((link) => ({
        shop: shopReference(candidate(link, shop) as NodeKey),
        probability: 2 ** link.bits / all,
        channels: link.channels,
      })),
    }
  })
}
