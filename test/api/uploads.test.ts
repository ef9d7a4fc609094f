import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'

import { expect } from 'chai'
import request from 'supertest'
import { ZipFile } from 'yazl'

import { smallFiles } from '../jobs/small-dataset.ts'
import { aboutSmall, description, type Files, loaded, opened, put, small } from './sending.ts'
import { type Serving, serving } from './serving.ts'

describe('uploads', () => {
  let served: Serving
  beforeEach(async () => {
    served = await serving({ withDemo: true })
  })
  afterEach(() => served[Symbol.asyncDispose]())

  it('the files of a dataset are loaded as from a folder, and the page shows the user’s own store', async () => {
    const job = await loaded(served, small)
    expect(job).to.include({ kind: 'load', state: 'done' })
    expect(job.loads?.[0]).to.include({ dataset: 'small', rows: 8, accepted: 8, quarantined: 0 })
    const { body } = await request(served.app).get('/api/health')
    expect(body.store.role).to.equal('own')
    const sources = await request(served.app).get('/api/sources')
    expect(sources.body.items.map(({ id }: { id: string }) => id)).to.deep.equal([
      'small/event.csv',
      'small/shop.csv',
    ])
  })

  it('a folder inside a folder is found by its dataset.json, written with either slash', async () => {
    const inside = Object.entries(small).map(([name, text]) => [`market\\data/${name}`, text])
    const job = await loaded(served, Object.fromEntries(inside))
    expect(job.loads?.[0]).to.include({ rows: 8, accepted: 8 })
  })

  it('a zip archive of a dataset is unpacked and loaded, whatever else lies in it', async () => {
    const archive = await zipOf({ ...inFolder('data', small), 'data/README.md': 'read me' })
    const job = await loaded(served, { 'market.zip': archive })
    expect(job.loads?.[0]).to.include({ dataset: 'small', rows: 8, accepted: 8 })
  })

  it('a name in an archive that leads out of its folder is refused, and nothing is written there', async () => {
    const archive = await zipOf({ 'aa/dataset.json': description, 'aa/xx/evil.csv': 'a\n1\n' })
    const hostile = Buffer.from(archive.toString('latin1').replaceAll('aa/xx', 'aa/..'), 'latin1')
    const job = await loaded(served, { 'market.zip': hostile })
    expect(job.state).to.equal('failed')
    expect(job.error).to.match(/market\.zip/)
    expect(await served.own.sources()).to.deep.equal([])
    expect(served.logged).to.deep.equal([])
  })

  it('what is no archive fails with a sentence about it', async () => {
    const job = await loaded(served, { 'market.zip': 'not a zip' })
    expect(job.error).to.match(/^market\.zip cannot be read as a zip archive/)
  })

  it('a dataset that means nothing is refused in words that name no folder of this machine', async () => {
    const job = await loaded(served, { 'dataset.json': description, 'shop.csv': 'platform\n' })
    expect(job.state).to.equal('failed')
    expect(job.error).to.not.include(tmpdir())
    expect(job.error).to.match(/event\.csv|shop\.csv/)
  })

  it('files without a dataset.json say what is missing', async () => {
    const job = await loaded(served, { 'shop.csv': smallFiles['shop.csv'] })
    expect(job.error).to.match(/holds no dataset\.json/)
  })

  it('bad rows are quarantined, counted, listed with what to do, and kept as a table that runs nothing', async () => {
    const shops =
      'platform,shop_id,name\ntaobao.com,1,Lotus\n,2,=HYPERLINK("x")\ntaobao.com,,Heron\n'
    const files = [{ file: 'shop.csv', kind: 'shop' }]
    const job = await loaded(served, {
      'dataset.json': JSON.stringify({ ...aboutSmall, files }),
      'shop.csv': shops,
    })
    expect(job).to.include({ state: 'done' })
    expect(job.loads?.[0]).to.include({ rows: 3, accepted: 1, quarantined: 2 })
    const { body } = await request(served.app)
      .get('/api/quarantine')
      .query({ dataset: 'small', file: 'shop.csv', limit: 1 })
    expect(body).to.include({ total: 2, omitted: 1 })
    expect(body.items[0]).to.include({ row: 2, field: 'platform', reason: 'field-missing' })
    const other = await request(served.app).get('/api/quarantine').query({ dataset: 'another' })
    expect(other.body).to.deep.equal({ items: [], total: 0, omitted: 0 })
    const table = await request(served.app).get('/api/quarantine.csv').query({ dataset: 'small' })
    expect(table.headers['content-type']).to.match(/^text\/csv/)
    expect(table.headers['content-disposition']).to.match(/attachment; filename=quarantine\.csv/)
    const lines = table.text.trim().split('\r\n')
    expect(lines).to.have.length(3)
    expect(lines[1]).to.match(/^small\/shop\.csv,2,platform,,field-missing,/)
    expect(lines.some((line) => /(^|,)"?[=+\-@]/.test(line))).to.equal(false)
  })

  const hostile = [
    '../dataset.json',
    'a/../../dataset.json',
    '..\\..\\shop.csv',
    '/etc/shop.csv',
    'C:\\shop.csv',
    'a//shop.csv',
    './shop.csv',
    'a\u0000.csv',
    'a\n.csv',
    'nul.csv',
    'a/aux.csv',
    'shop.csv.',
    'shop.csv ',
    'a:b.csv',
    '\uD800.csv',
    `${'a/'.repeat(9)}shop.csv`,
    `${'店'.repeat(70)}.csv`,
    'README.md',
    'shop.csv.exe',
    '.hidden/shop.csv',
    '__MACOSX/._shop.csv',
  ]
  for (const name of hostile) {
    it(`a file called ${JSON.stringify(name).slice(0, 40)} is refused before anything is sent`, async () => {
      const { status, body } = await opened(served, [{ name, bytes: 1 }])
      expect({ status, type: body.type }).to.deep.equal({ status: 422, type: 'upload-refused' })
    })
  }

  it('names that differ in case alone, too many files and too many bytes are refused', async () => {
    const many = Array.from({ length: 201 }, (_, at) => ({ name: `${at}.csv`, bytes: 1 }))
    const large = [{ name: 'a.csv', bytes: 2_147_483_649 }]
    const twice = ['a.csv', 'A.csv'].map((name) => ({ name, bytes: 1 }))
    for (const files of [many, large, twice]) {
      expect((await opened(served, files)).status).to.equal(422)
    }
  })

  it('a file that is longer or shorter than was said is refused, and can be sent again', async () => {
    const { body } = await opened(served, [{ name: 'shop.csv', bytes: 4 }])
    for (const bytes of ['12345', '123']) {
      const { status, body: problem } = await put(served, body.id, 0, Buffer.from(bytes))
      expect({ status, type: problem.type }).to.deep.equal({ status: 422, type: 'upload-refused' })
    }
    const early = await request(served.app).post(`/api/uploads/${body.id}/load`).send({})
    expect({ status: early.status, type: early.body.type }).to.deep.equal({
      status: 422,
      type: 'upload-refused',
    })
    const { status, body: upload } = await put(served, body.id, 0, Buffer.from('1234'))
    expect(status).to.equal(200)
    expect(upload.files).to.deep.equal([{ name: 'shop.csv', bytes: 4, arrived: true }])
    expect((await put(served, body.id, 0, Buffer.from('1234'))).status).to.equal(422)
    expect((await put(served, body.id, 1, Buffer.from('1234'))).status).to.equal(422)
  })

  it('a file that is sent as JSON, or by a page of another site, is refused', async () => {
    const { body } = await opened(served, [{ name: 'dataset.json', bytes: 2 }])
    const path = `/api/uploads/${body.id}/files/0`
    const json = await request(served.app).put(path).type('json').send('{}')
    expect(json.body.type).to.equal('request-invalid')
    const foreign = await request(served.app)
      .put(path)
      .set('Sec-Fetch-Site', 'cross-site')
      .type('application/octet-stream')
      .send('{}')
    expect(foreign.body.type).to.equal('origin-refused')
  })

  it('an upload that was given up is gone with its files', async () => {
    const { body } = await opened(served, [{ name: 'shop.csv', bytes: 1 }])
    await put(served, body.id, 0, Buffer.from('1'))
    expect((await request(served.app).delete(`/api/uploads/${body.id}`)).status).to.equal(200)
    const { status, body: problem } = await request(served.app)
      .post(`/api/uploads/${body.id}/load`)
      .send({})
    expect({ status, type: problem.type }).to.deep.equal({ status: 404, type: 'upload-unknown' })
    expect(foldersOf(body.id)).to.deep.equal([])
  })

  it('nothing of what was sent stays on the disk when it is loaded, or refused', async () => {
    for (const files of [small, { 'shop.csv': 'x' }]) {
      const { id } = await loaded(served, files)
      expect(foldersOf(id)).to.deep.equal([])
    }
  })

  it('while a job runs an upload waits and is not lost', async () => {
    const busy = await serving({ withDemo: true, jobsNeverEnd: true })
    await request(busy.app).post('/api/detections').send({})
    const { body } = await opened(busy, [{ name: 'shop.csv', bytes: 1 }])
    await put(busy, body.id, 0, Buffer.from('1'))
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await request(busy.app).post(`/api/uploads/${body.id}/load`).send({})
      expect(answer.body.type).to.equal('job-running')
    }
    const { body: jobs } = await request(busy.app).get('/api/jobs')
    expect(jobs.items).to.have.length(1)
    expect(jobs.items[0]).to.include({ kind: 'detect', state: 'running' })
    const stopped = await request(busy.app).delete(`/api/jobs/${jobs.items[0].id}`)
    expect(stopped.body).to.include({ state: 'failed' })
    expect(stopped.body.refusal.code).to.equal('job-stopped')
    expect(busy.board.isBusy()).to.equal(false)
    await busy[Symbol.asyncDispose]()
  })
})

/** Folders of an upload that are still there. */
function foldersOf(id: string): string[] {
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith('revenant-uploads-'))
    .map((name) => `${tmpdir()}/${name}/${id}`)
    .filter((path) => existsSync(path))
}

function inFolder(folder: string, files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]),
  )
}

async function zipOf(files: Files): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content as string), name)
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
