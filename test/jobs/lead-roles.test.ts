import { join } from 'node:path'

import { expect } from 'chai'

import type { Audience } from '../../server/domain/paper/lead.ts'
import type { Run } from '../../server/domain/run.ts'
import { detect } from '../../server/jobs/detect.ts'
import { leadContents } from '../../server/jobs/lead-contents.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { stateChecked, withdrawRole } from '../../server/jobs/roles/state-role.ts'
import { LeadDocument } from '../../server/leads/document.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { optionsOf } from '../leads/contents.ts'
import { sealed } from '../leads/package.ts'
import { at } from '../support/store-builders.ts'
import {
  rightStated,
  temporaryFolder,
  writeRightDataset,
  writeSmallDataset,
} from './small-dataset.ts'

const shop = (id: string) => `shop:taobao.com/${id}`

describe('roles that people stated, in a lead', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let store: Store
  let run: Run
  let ring: string
  const registrantOf = async (own: string) => {
    const edges = await store.edgesAmong(await neighbours(own))
    return edges.find(({ type, from }) => type === 'REGISTERED_TO' && from === own)?.to ?? ''
  }
  const neighbours = async (own: string) => {
    const contents = await leadContents(store, run, ring)
    return [own, ...(contents?.nodes ?? []).map(({ key }) => key)]
  }
  before(async () => {
    temporary = temporaryFolder()
    store = await openStore(join(temporary.path, 'store'), {})
    const paths = [writeSmallDataset(temporary.path), writeRightDataset(temporary.path)]
    await loadDatasets(store, paths, { at: at(1), onProgress: () => undefined })
    run = await detect(store, { at: at(2), onProgress: () => undefined })
    ring = (await store.ringsOf(run.id, [shop('101')]))[0]?.id ?? ''
    const said = { by: 'Officer Bo', because: 'Told so when asked.', of: ring }
    const row = (await store.node(shop('101')))?.records[0]
    if (row === undefined) throw new Error('the shop rests on no row')
    const state = async (own: string, more: object, id: string) =>
      stateChecked(
        store,
        {
          ...{ ...said, subject: await registrantOf(shop(own)), role: 'nominee' },
          grounds: [
            { kind: 'record', hash: row },
            { kind: 'file', name: 'interview-7.pdf' },
            { kind: 'source', text: 'Letter 12 of the bank' },
          ],
          ...more,
        },
        { now: at(3), id },
      )
    await state('101', {}, '00000000-0000-4000-8000-000000000001')
    await state(
      '102',
      { role: 'controls', of: shop('102') },
      '00000000-0000-4000-8000-000000000002',
    )
    const wrong = await state('103', { role: 'organiser' }, '00000000-0000-4000-8000-000000000003')
    await withdrawRole(store, wrong.id, { by: 'Officer Bo', at: at(4) })
  })
  after(async () => {
    await store[Symbol.asyncDispose]()
    temporary[Symbol.dispose]()
  })

  const packed = async (audience: Audience, shops?: readonly string[]) => {
    const asked = { rule: { audience }, rights: [rightStated], shops }
    const contents = await leadContents(store, run, ring, asked)
    if (contents === undefined) throw new Error('no such ring')
    const lead = await sealed(contents, optionsOf())
    return { lead, document: LeadDocument.parse(JSON.parse(lead.text('data/lead.json'))) }
  }

  it('stand in it with who stated them, as of when and on what; withdrawn ones do not', async () => {
    const { lead, document } = await packed('authority')
    expect(
      document.roles?.map(({ name, role, shop: of }) => [name, role, of]),
    ).to.have.deep.members([
      ['Li Wei', 'nominee', undefined],
      ['Wang Fang', 'controls', shop('102')],
    ])
    const table = lead.text('data/roles.csv')
    expect(table).to.include('interview-7.pdf; Letter 12 of the bank')
    expect(table).to.match(/Li Wei.*nominee.*Officer Bo.*Told so when asked\./)
    expect(document.limits.join(' ')).to.include('Roles stand as people stated them')
  })

  it('leave with nothing of it for whoever may not see persons, and are counted', async () => {
    const { lead, document } = await packed('rights_holder')
    expect(document).to.not.have.property('roles')
    expect(lead.files.has('data/roles.csv')).to.equal(false)
    expect(document.limits.join(' ')).to.include('Left out for this recipient: 2 statements')
    const texts = [...lead.files.keys()].map((path) => lead.text(path)).join('\n')
    for (const own of ['Officer Bo', 'interview-7.pdf', 'Letter 12', 'Told so', 'Li Wei'])
      expect(texts).to.not.include(own)
  })

  it('are those of the chosen shops where the lead is about some of the ring', async () => {
    const { document } = await packed('authority', [shop('102'), shop('103')])
    expect(document.roles?.map(({ name }) => name)).to.deep.equal(['Wang Fang'])
  })
})
