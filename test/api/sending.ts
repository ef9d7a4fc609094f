import { expect } from 'chai'
import request from 'supertest'

import type { Job } from '../../server/contract/work.ts'
import { smallFiles } from '../jobs/small-dataset.ts'
import { type Serving, untilIdle } from './serving.ts'

export const aboutSmall = {
  name: 'small',
  source: 'invented for a test',
  licence: 'MIT',
  asOf: '2024-07-31',
  timeZone: 'Asia/Shanghai',
  phoneRegion: 'CN',
}
export const description = JSON.stringify({
  ...aboutSmall,
  files: Object.keys(smallFiles).map((file) => ({ file, kind: file.replace(/\..*$/, '') })),
})
export const small: Readonly<Record<string, string>> = {
  'dataset.json': description,
  ...smallFiles,
}

export type Files = Readonly<Record<string, string | Buffer>>

/** Says which files will be sent. */
export function opened({ app }: Serving, files: readonly { name: string; bytes: number }[]) {
  return request(app).post('/api/uploads').send({ files })
}

export function put({ app }: Serving, id: string, place: number, bytes: Buffer) {
  return request(app)
    .put(`/api/uploads/${id}/files/${place}`)
    .type('application/octet-stream')
    .send(bytes)
}

/** Sends files and answers with their upload. */
export async function sent(served: Serving, files: Files): Promise<{ readonly id: string }> {
  const bytes = Object.entries(files).map(
    ([name, content]) => [name, Buffer.from(content as string)] as const,
  )
  const named = bytes.map(([name, content]) => ({ name, bytes: content.byteLength }))
  const { body, status } = await opened(served, named)
  expect(status, JSON.stringify(body)).to.equal(200)
  for (const [place, [, content]] of bytes.entries()) {
    const answer = await put(served, body.id, place, content)
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200)
  }
  return body
}

/** Sends files, loads them, and answers with the job as it ended. */
export async function loaded(served: Serving, files: Files): Promise<Job> {
  const { id } = await sent(served, files)
  const started = await request(served.app).post(`/api/uploads/${id}/load`).send({})
  expect(started.status, JSON.stringify(started.body)).to.equal(200)
  await untilIdle(served.board)
  return (await request(served.app).get(`/api/jobs/${started.body.id}`)).body
}
