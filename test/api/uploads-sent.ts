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

/** The same, said and given up. */
export async function dropAnUpload(app: Express) {
  const { body } = await openAnUpload(app)
  return request(app).delete(`/api/uploads/${body.id}`)
}
