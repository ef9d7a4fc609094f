import request, { type Test } from 'supertest'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { rightStated, writeDataset } from '../jobs/small-dataset.ts'
import { noon, type Serving } from './serving.ts'

/** A draft as its author sends it. */
export const aDraft = (ring: string) => ({
  ring,
  author: 'An',
  to: [{ name: 'Meiyuan Market Supervision', audience: 'authority', territory: 'CN' }],
  asks: 'Inspect the place of dispatch.',
  language: 'en',
  rights: [rightStated],
})

export const anOutcome = {
  kind: 'goods_seized',
  on: '2026-04-02',
  count: 1_200,
  value: { amount: 90_000, currency: 'CNY', basis: 'marked price' },
  source: 'Decision 2026-17',
  by: 'An',
}

/** A new draft about the first ring. */
export async function drafted({ app }: Serving, more: object = {}): Promise<LeadFileAnswer> {
  const { body } = await request(app).get('/api/rings').query({ limit: 1 })
  return (
    await request(app)
      .post('/api/lead-files')
      .send({ ...aDraft(body.items[0].id), ...more })
  ).body
}

/** A draft whose first shop sends from Fujian, its second from Guangdong; nothing says where the third does. */
export async function draftOfTwoProvinces(served: Serving): Promise<LeadFileAnswer> {
  const rows = [
    'platform,shop_id,name,origin_address',
    'taobao.com,101,Golden Lotus,福建省莆田市工业路 1 号',
    'taobao.com,102,Golden Lotus 2,广东省深圳市和平路 2 号',
  ]
  const files = { 'shop.csv': `${rows.join('\n')}\n` }
  const path = writeDataset(served.folder, 'origins', { name: 'origins', files })
  await loadDatasets(served.own, [path], { at: noon, onProgress: () => undefined })
  return drafted(served)
}

/** A draft that has taken these steps, each by somebody who may. */
export async function advanced(
  served: Serving,
  ...steps: readonly string[]
): Promise<LeadFileAnswer> {
  let lead = await drafted(served)
  for (const to of steps) lead = await stepped(served, lead, to)
  return lead
}

/** A sealed lead that has taken these steps since. */
export async function sealedDraft(
  served: Serving,
  ...steps: readonly string[]
): Promise<LeadFileAnswer> {
  const { id, body } = await advanced(served, 'reviewed', 'approved')
  const answer = await request(served.app)
    .post(`/api/lead-files/${id}/seal`)
    .send({ by: 'An', seen: body.revision })
  let { lead } = answer.body
  for (const to of steps) lead = await stepped(served, lead, to)
  return lead
}

async function stepped(
  { app }: Serving,
  { id, body }: LeadFileAnswer,
  to: string,
): Promise<LeadFileAnswer> {
  const step = { to, by: 'Bo', seen: body.revision }
  return (await request(app).post(`/api/lead-files/${id}/steps`).send(step)).body
}

interface Asking {
  readonly get: (path: string) => Test
  readonly post: (path: string, body: object) => Test
}

/** One honest request for each route of leads. */
export function leadAsks(served: () => Serving, { get, post }: Asking) {
  const outcomeOf = async (id: string) => {
    const { body } = await post(`/api/lead-files/${id}/outcomes`, anOutcome)
    return body.body.outcomes[0].id
  }
  return {
    leadFiles: () => get('/api/lead-files'),
    leadFile: async () => get(`/api/lead-files/${(await drafted(served())).id}`),
    draft: async () => post('/api/lead-files', aDraft((await drafted(served())).body.ring)),
    editDraft: async () => {
      const { id } = await drafted(served())
      const { to, asks } = aDraft('')
      return post(`/api/lead-files/${id}`, { to, asks, language: 'zh-CN', seen: 1 })
    },
    stepLead: async () => {
      const { id } = await drafted(served())
      return post(`/api/lead-files/${id}/steps`, { to: 'reviewed', by: 'Bo', seen: 1 })
    },
    sealDraft: async () => {
      const { id, body } = await advanced(served(), 'reviewed', 'approved')
      return post(`/api/lead-files/${id}/seal`, { by: 'An', seen: body.revision })
    },
    reviseLead: async () => {
      const { id } = await sealedDraft(served())
      return post(`/api/lead-files/${id}/versions`, { by: 'An' })
    },
    putOutcome: async () => {
      const { id } = await sealedDraft(served(), 'transmitted')
      return post(`/api/lead-files/${id}/outcomes`, anOutcome)
    },
    changeOutcome: async () => {
      const { id } = await sealedDraft(served(), 'transmitted')
      return post(`/api/lead-files/${id}/outcomes/${await outcomeOf(id)}`, { verifiedBy: 'Bo' })
    },
    leadRights: async () => get(`/api/lead-files/${(await drafted(served())).id}/rights`),
    leadRoute: async () => get(`/api/lead-files/${(await drafted(served())).id}/route`),
    splitLead: async () => {
      const { id } = await draftOfTwoProvinces(served())
      return post(`/api/lead-files/${id}/split`, { by: 'An', seen: 1 })
    },
    leadScope: async () => {
      const { ring } = (await drafted(served())).body
      return post(`/api/rings/${encodeURIComponent(ring)}/scope`, {
        shops: ['shop:taobao.com/101', 'shop:taobao.com/103'],
      })
    },
    stampLead: async () => {
      const { body } = await sealedDraft(served())
      return post(`/api/leads/${body.packages[0]}/stamp`, {})
    },
    leadBoard: () => get('/api/lead-board'),
  }
}
