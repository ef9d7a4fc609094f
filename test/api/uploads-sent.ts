import type { Express } from 'express'
import request from 'supertest'

const anUpload = { files: [{ name: 'shop.csv', bytes: 1 }] }

/** An upload of one file, said and not yet sent. */
export function openAnUpload(app: Express) {
  return request(app).post('/api/uploads').send(anUpload)
}

/** The same, sent and given to a job, which will refuse it. */
export async function loadAnUpload(app: Express) {
  const { body } = await openAnUpload(app)
  const file = request(app).put(`/api/uploads/${body.id}/files/0`)
  await file.type('application/octet-stream').send(Buffer.from('x'))
  return request(app).post(`/api/uploads/${body.id}/load`).send({})
}

/** A whole table, sent without a dataset.json; answers with its id. */
async function sendTable(app: Express): Promise<string> {
  const table = Buffer.from('platform,shop_id\nx,1\n')
  const files = [{ name: 'shop.csv', bytes: table.length }]
  const { body } = await request(app).post('/api/uploads').send({ files })
  const file = request(app).put(`/api/uploads/${body.id}/files/0`)
  await file.type('application/octet-stream').send(table)
  return body.id
}

/** What a dataset.json for a table could be. */
export async function proposeAnUpload(app: Express) {
  const id = await sendTable(app)
  return request(app).post(`/api/uploads/${id}/proposal`).send({})
}

/** What would come of the table by that proposal. */
export async function previewAnUpload(app: Express) {
  return preview(app, await sendTable(app))
}

async function preview(app: Express, id: string) {
  const { body } = await request(app).post(`/api/uploads/${id}/proposal`).send({})
  const { description } = body
  return request(app).post(`/api/uploads/${id}/preview`).send({ description })
}

/** The table loaded by its proposal. */
async function loadTable(app: Express, untilIdle: () => Promise<unknown>): Promise<void> {
  await untilIdle()
  const id = await sendTable(app)
  await preview(app, id)
  await request(app).post(`/api/uploads/${id}/load`).send({})
  await untilIdle()
}

/** The same, and its shop forgotten. */
export async function forgetAnUpload(app: Express, untilIdle: () => Promise<unknown>) {
  await loadTable(app, untilIdle)
  const trace = { reason: 'erasure_request', because: 'asked for', by: 'An' }
  return request(app)
    .post('/api/forgettings')
    .send({ name: 'x/1', ...trace })
}

/** The same, and taken back. */
export async function withdrawAnUpload(app: Express, untilIdle: () => Promise<unknown>) {
  await loadTable(app, untilIdle)
  return request(app).post('/api/withdrawals').send({ dataset: 'shop' })
}

/** The same, said and given up. */
export async function dropAnUpload(app: Express) {
  const { body } = await openAnUpload(app)
  return request(app).delete(`/api/uploads/${body.id}`)
}
