import type { Express } from 'express'
import request, { type Test } from 'supertest'

import { aPicture } from '../support/evidence-builders.ts'
import type { Serving } from './serving.ts'

const picture = aPicture('seen')

/** What is said of a picture that will be sent. */
export const aReceiptSaid = {
  name: '截图 shot.png',
  bytes: picture.byteLength,
  by: 'An',
  collection: { place: '深圳', reliability: 'B', credibility: '2' },
  keeping: { transactionEnd: '2024-02-29' },
  about: ['taobao.com/101'],
}

/** A picture said and sent; the answer to the second. */
export async function sendEvidence(app: Express, said: object = {}, bytes: Uint8Array = picture) {
  const { body } = await request(app)
    .post('/api/evidence')
    .send({ ...aReceiptSaid, bytes: bytes.byteLength, ...said })
  return request(app)
    .put(`/api/evidence/receipts/${body.id}/file`)
    .type('application/octet-stream')
    .send(Buffer.from(bytes))
}

/** The SHA-256 of the picture, once it is in evidence. */
export async function keptEvidence(app: Express): Promise<string> {
  return (await sendEvidence(app)).body.item.file.sha256
}

/** One honest request for each route of evidence. */
export function evidenceAsks(
  served: () => Serving,
  { get, post }: { get: (path: string) => Test; post: (path: string, body: object) => Test },
) {
  return {
    evidence: () => get('/api/evidence'),
    openReceipt: () => post('/api/evidence', aReceiptSaid),
    evidenceItem: async () => get(`/api/evidence/${await keptEvidence(served().app)}`),
    exportEvidence: async () => {
      const said = { by: 'An', why: 'review' }
      return post(`/api/evidence/${await keptEvidence(served().app)}/exports`, said)
    },
  }
}
