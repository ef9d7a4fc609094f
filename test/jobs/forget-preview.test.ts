import { expect } from 'chai'

import { detect } from '../../server/jobs/detect.ts'
import { forget, unwantedNamed } from '../../server/jobs/forget.ts'
import { previewForgetting } from '../../server/jobs/forget-preview.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import type { Progress } from '../../server/jobs/progress.ts'
import type { Store } from '../../server/store/port.ts'
import { at } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'
import { temporaryFolder, writeSmallDataset } from './small-dataset.ts'

const stranger = 'shop:jd.com/301'
const closed = 'shop:taobao.com/101'

for (const [name, open] of Object.entries(stores)) {
  describe(`what forgetting would erase of the ${name} store`, () => {
    let store: Store
    let folder: ReturnType<typeof temporaryFolder>
    before(async function () {
      this.timeout(120_000)
      folder = temporaryFolder()
      store = await open()
      const quiet = { at: at(1), onProgress: () => undefined }
      await loadDatasets(store, [writeSmallDataset(folder.path)], quiet)
      await detect(store, quiet)
    })
    after(async () => {
      await store[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    })

    const trace = { reason: 'erasure_request', because: 'asked for', by: 'An' } as const
    const preview = (thing: string) => previewForgetting(store, unwantedNamed({ name: thing }))
    const code = (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (error: { refusal?: { code: string } }) => error.refusal?.code,
      )

    it('counts what mentions it and stays', async () => {
      const link = JSON.stringify([closed, 'came_back_as', 'shop:taobao.com/102'])
      const note = { about: link, text: 'seen', by: 'An', at: at(2) }
      await store.putPaper({ id: 'n1', kind: 'note', body: note })
      const hold = { shop: closed, until: '2099-01-01' as never, why: 'watched', by: 'An' }
      await store.putPaper({ id: 'h1', kind: 'hold', body: { ...hold, at: at(2) } })
      const { mentions, records, datasets, refusal } = await preview('taobao.com/101')
      expect(mentions).to.deep.equal({ note: 1, hold: 1, run: 1 })
      expect(records).to.deep.equal({ event: 1, shop: 1 })
      expect(datasets).to.deep.equal([{ dataset: 'small', versions: 2 }])
      expect(refusal).to.equal(undefined)
    })

    it('says why it may not be, and still what it would be', async () => {
      const [ring] = await store.ringsOf(1, [closed])
      const bytes = (async function* () {
        yield Buffer.from('a package')
      })()
      const { sha256 } = await store.keepFile('leads', bytes, { most: 100 })
      await store.putLead({
        ...{ id: 'L-1970-000001-v1', ring: ring?.id ?? '', run: 1, recipient: 'customs' },
        ...{ sealedAt: at(3), sealedBy: 'An', sha256, size: 9 },
      })
      const { refusal, versions } = await preview('taobao.com/101')
      expect(refusal?.coded).to.deep.equal({
        code: 'forget-sealed',
        values: { leads: ['L-1970-000001-v1'] },
      })
      expect(versions).to.equal(2)
    })

    it('is what leaves the graph when it is forgotten, and is refused when it is no longer what was shown', async () => {
      const before = await store.stats()
      const shown = await preview(stranger)
      expect(shown).to.include({
        what: 'node',
        asked: stranger,
        name: 'Quiet Stranger',
        versions: 1,
      })
      const unwanted = unwantedNamed({ name: stranger })
      const asked = { unwanted, ...trace, at: at(9) }
      expect(await code(forget(store, { ...asked, id: 'f1', seen: 7 }))).to.equal('forget-changed')
      expect(await store.papers('forgetting')).to.deep.equal([])
      const heard: Progress[] = []
      const onProgress = (progress: Progress) => heard.push(progress)
      await forget(store, { ...asked, id: 'f2', seen: shown.versions, onProgress })
      const after = await store.stats()
      expect(lost(before.nodes, after.nodes)).to.deep.equal(shown.nodes)
      expect(lost(before.edges, after.edges)).to.deep.equal(shown.edges)
      expect(before.records - after.records).to.equal(shown.versions)
      expect(heard.at(-1)).to.deep.equal({ stage: 'erase', done: 1, total: 1 })
      expect(await code(preview(stranger))).to.equal('forget-nothing')
    })

    it('of a dataset is what no longer counts, and leaves the graph alone', async () => {
      expect(await code(previewForgetting(store, { what: 'dataset', dataset: 'small' }))).to.equal(
        'forget-nothing',
      )
      await store.withdraw('small', at(10))
      const { versions, nodes, edges, datasets } = await previewForgetting(store, {
        ...{ what: 'dataset', dataset: 'small' },
      })
      expect(versions).to.equal(7)
      expect([nodes, edges]).to.deep.equal([{}, {}])
      expect(datasets).to.deep.equal([{ dataset: 'small', versions: 7 }])
    })
  })
}

/** How many fewer there are of each. */
function lost(before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>) {
  const fewer = Object.entries(before).map(([kind, count]) => [kind, count - (after[kind] ?? 0)])
  return Object.fromEntries(fewer.filter(([, count]) => count !== 0))
}
