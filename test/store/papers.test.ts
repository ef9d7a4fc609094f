import { expect } from 'chai'

import type { Paper } from '../../server/domain/paper/paper.ts'
import { all, aSource, at, day, load } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

const shop = 'shop:taobao.com/1'

const note = (id: string, traits: object = {}): Paper => ({
  id,
  kind: 'note',
  body: { about: shop, by: '王', at: at(1), text: 'seen \ud83d\ude00 twice', ...traits },
})

const hold = (id: string): Paper => ({
  id,
  kind: 'hold',
  body: { shop, until: day('2026-04-30'), why: 'test buy under way', by: 'An', at: at(2) },
})

const scene: Paper = {
  id: 's',
  kind: 'scene',
  body: {
    name: 'Lotus',
    by: 'An',
    at: at(3),
    keys: [shop],
    hidden: [],
    pinned: [{ key: shop, x: 0.1 + 0.2, y: -1 }],
    layout: 'lanes',
    filters: { kind: ['Shop'] },
  },
}

const aCase: Paper = {
  id: 'c',
  kind: 'case',
  body: {
    name: 'Lotus',
    owner: 'An',
    members: ['王'],
    status: 'open',
    hypotheses: [{ id: 'h', text: 'one controller', state: 'open', by: 'An', at: at(1) }],
    questions: [{ id: 'q', text: 'who pays?', by: 'An', at: at(1) }],
    tray: [shop, JSON.stringify([shop, 'same_controller', 'shop:taobao.com/2'])],
    at: at(4),
    revision: 1,
  },
}

const role: Paper = {
  id: 'r',
  kind: 'role',
  body: {
    subject: 'identity:resident_id/CN/1',
    role: 'organiser',
    of: 'ring:taobao.com/1',
    run: 1,
    grounds: [{ kind: 'source', text: 'statement of 2026-03-01 \ud83d\ude00' }],
    because: 'named by two sellers',
    by: 'An',
    on: day('2026-03-01'),
    at: at(5),
    withdrawn: { by: '王', at: at(6) },
  },
}

for (const [name, open] of Object.entries(stores)) {
  describe(`papers of the ${name} store`, () => {
    it('come back as they were put, by kind, sorted by id', async () => {
      await using store = await open()
      expect(await store.papers('note')).to.deep.equal([])
      for (const paper of [note('b'), hold('a'), note('a'), scene, aCase, role]) {
        await store.putPaper(paper)
      }
      expect(await store.papers('note')).to.deep.equal([note('a'), note('b')])
      expect(await store.papers('hold')).to.deep.equal([hold('a')])
      expect(await store.papers('scene')).to.deep.equal([scene])
      expect(await store.papers('case')).to.deep.equal([aCase])
      expect(await store.papers('role')).to.deep.equal([role])
    })

    it('are replaced when they are put again, and stay when they are taken back', async () => {
      await using store = await open()
      await store.putPaper(note('a'))
      await store.putPaper(note('a', { retractedAt: at(9) }))
      expect(await store.papers('note')).to.deep.equal([note('a', { retractedAt: at(9) })])
    })

    it('of one id and two kinds are two', async () => {
      await using store = await open()
      await store.putPaper(note('a'))
      await store.putPaper(hold('a'))
      expect(await store.papers('note')).to.have.length(1)
      expect(await store.papers('hold')).to.have.length(1)
    })

    it('outlive a load, and make a store that is no longer empty', async () => {
      await using store = await open()
      await store.putPaper(note('a'))
      const lines = await all(store.dump())
      await load(store, [], aSource())
      expect(await store.papers('note')).to.have.length(1)
      await using other = await open()
      await other.putPaper(note('b'))
      const refused = await other.restore(linesOf(lines)).catch((error: unknown) => error)
      expect(refused).to.be.instanceOf(Error)
    })

    it('move to another store with everything else', async () => {
      const papers = [aCase, hold('a'), note('a'), note('b'), role, scene]
      let lines: string[]
      {
        await using store = await open()
        for (const paper of papers) await store.putPaper(paper)
        lines = await all(store.dump())
      }
      await using copy = await open()
      await copy.restore(linesOf(lines))
      expect(await all(copy.dump())).to.deep.equal(lines)
      expect(await copy.papers('note')).to.deep.equal([note('a'), note('b')])
    })
  })
}

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}
