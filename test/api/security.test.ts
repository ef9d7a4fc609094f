import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'

import { expect } from 'chai'
import type { Express } from 'express'
import request from 'supertest'

import { type Serving, serving } from './serving.ts'

describe('what every answer carries', () => {
  let served: Serving
  before(async () => {
    served = await serving()
  })
  after(() => served[Symbol.asyncDispose]())

  for (const path of ['/', '/ring/x', '/assets/app-0a1b2c.js', '/api/health', '/api/nothing']) {
    it(`${path} has the content security policy and says nothing of the server's make`, async () => {
      const { headers } = await request(served.app).get(path)
      expect(
        String(headers['content-security-policy']).replace(/nonce-[\w+/]+=*/, 'nonce-…'),
      ).to.equal(
        "default-src 'none'; script-src 'self'; style-src-elem 'self' 'nonce-…'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-ancestors 'none'",
      )
      expect(headers['x-content-type-options']).to.equal('nosniff')
      expect(headers).to.not.have.property('x-powered-by')
    })
  }

  it('a page has a nonce of its own, in its policy, its meta element and its styles', async () => {
    const nonces = new Set<string>()
    for (let load = 0; load < 3; load += 1) {
      const { headers, text } = await request(served.app).get('/')
      const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
      expect(text).to.include(`<meta name="csp-nonce" property="csp-nonce" content="${nonce}"`)
      expect(text).to.include(`<style nonce="${nonce}">`)
      nonces.add(nonce)
    }
    expect(nonces.size).to.equal(3)
  })

  it('answers of the API are kept by no cache, and files named by their content for long', async () => {
    const api = await request(served.app).get('/api/health')
    expect(api.headers['cache-control']).to.equal('no-store')
    const asset = await request(served.app).get('/assets/app-0a1b2c.js')
    expect(asset.headers['cache-control']).to.include('immutable')
  })
})

describe('who may ask', () => {
  let served: Serving
  before(async () => {
    served = await serving()
  })
  after(() => served[Symbol.asyncDispose]())

  for (const host of [
    'evil.example',
    'evil.example:8080',
    '127.0.0.1.evil.example',
    'localhost@evil',
    '',
  ]) {
    it(`a request to the name “${host}” is refused`, async () => {
      const { status, body } = await request(served.app).get('/api/health').set('Host', host)
      expect({ status, type: body.type }).to.deep.equal({ status: 403, type: 'origin-refused' })
    })
  }

  for (const host of ['127.0.0.1:8080', 'localhost', 'LOCALHOST:3000', '[::1]:8080']) {
    it(`a request to ${host} is answered`, async () => {
      expect((await request(served.app).get('/api/health').set('Host', host)).status).to.equal(200)
    })
  }

  const foreign = {
    'another origin': { Origin: 'https://evil.example' },
    'another port of this machine': { Origin: 'http://127.0.0.1:1' },
    'a sandboxed frame': { Origin: 'null' },
    'a page of the same site': { 'Sec-Fetch-Site': 'same-site' },
    'a page of another site': { 'Sec-Fetch-Site': 'cross-site' },
  }
  for (const [who, headers] of Object.entries(foreign)) {
    it(`a change that ${who} asks for is refused`, async () => {
      for (const ask of [
        request(served.app).post('/api/detections').send({}),
        request(served.app).delete('/api/decisions/x'),
      ]) {
        const { status, body } = await ask.set('Host', '127.0.0.1:8080').set(headers)
        expect({ status, type: body.type }).to.deep.equal({ status: 403, type: 'origin-refused' })
      }
    })
  }

  it('a body that a plain form could send is refused', async () => {
    const { status, body } = await request(served.app)
      .post('/api/decisions')
      .type('form')
      .send('a=1&b=2')
    expect({ status, type: body.type }).to.deep.equal({ status: 400, type: 'request-invalid' })
  })

  it('a change from the own page is taken', async () => {
    const { status } = await request(served.app)
      .post('/api/decisions')
      .set({
        Host: 'localhost:8080',
        Origin: 'http://localhost:8080',
        'Sec-Fetch-Site': 'same-origin',
      })
      .send({ a: 'x/1', b: 'x/2', verdict: 'same', by: 'me', because: 'why' })
    expect(status).to.equal(404)
  })
})

describe('tricks', () => {
  let served: Serving
  before(async () => {
    served = await serving()
  })
  after(() => served[Symbol.asyncDispose]())

  const climbing = [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '//secret.txt',
    '/.%00/secret.txt',
  ]
  for (const path of climbing) {
    it(`${path} leads to no file outside the explorer`, async () => {
      const answer = await rawGet(served.app, path)
      expect(answer).to.not.include('not for the web')
    })
  }

  it('a missing asset is a problem, not a page', async () => {
    const { status, body } = await request(served.app).get('/assets/gone.js')
    expect({ status, type: body.type }).to.deep.equal({ status: 404, type: 'path-unknown' })
  })

  it('a badly escaped address, broken JSON and a body too large are the caller’s fault', async () => {
    const answers = [
      await request(served.app).get('/api/rings/%E0%A4%A'),
      await request(served.app).post('/api/decisions').type('json').send('{"a":'),
      await request(served.app)
        .post('/api/decisions')
        .send({ a: 'x'.repeat(1_100_000) }),
      await request(served.app).get('/api/search?q=a&q=b'),
    ]
    for (const { status, body, type } of answers) {
      expect({ status, code: body.type, type }).to.deep.equal({
        status: 400,
        code: 'request-invalid',
        type: 'application/problem+json',
      })
    }
    expect(served.logged).to.deep.equal([])
  })

  it('a body cannot reach the prototype of anything', async () => {
    await request(served.app)
      .post('/api/decisions')
      .type('json')
      .send(
        '{"__proto__":{"polluted":true},"a":"x/1","b":"x/2","verdict":"same","by":"a","because":"b"}',
      )
    expect({}).to.not.have.property('polluted')
  })
})

/** Sends the path exactly as written; clients tidy it first. */
async function rawGet(app: Express, path: string): Promise<string> {
  const server = app.listen(0, '127.0.0.1')
  try {
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    return await new Promise((resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port, path, agent: false }, async (response) => {
        let text = ''
        for await (const part of response) text += String(part)
        resolve(text)
      })
        .on('error', reject)
        .end()
    })
  } finally {
    server.close()
  }
}
