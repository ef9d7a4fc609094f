import { expect } from 'chai'

import { addressOf, call } from '../../client/api/call.ts'
import { failureOf, ProblemError } from '../../client/api/problem-error.ts'
import { routes } from '../../server/contract/routes.ts'

describe('call', () => {
  const real = globalThis.fetch
  let asked: { readonly url: string; readonly init: RequestInit | undefined }[] = []
  beforeEach(() => {
    asked = []
  })
  afterEach(() => {
    globalThis.fetch = real
  })

  const answer = (status: number, body: string) => {
    globalThis.fetch = async (url, init) => {
      asked.push({ url: String(url), init })
      return new Response(body, { status })
    }
  }

  it('asks the address of the route with its parameters and query, encoded', async () => {
    answer(200, JSON.stringify({ items: [], total: 0, omitted: 0 }))
    await call('search', { query: { q: '金莲 & co', limit: 5 } })
    expect(asked[0]?.url).to.equal('/api/search?q=%E9%87%91%E8%8E%B2+%26+co&limit=5')
    expect(addressOf(routes.ring, { params: { id: 'ring:a/1' } })).to.equal(
      '/api/rings/ring%3Aa%2F1',
    )
  })

  it('leaves out a query value that is undefined', () => {
    expect(addressOf(routes.rings, { query: { limit: 5, cursor: undefined } })).to.equal(
      '/api/rings?limit=5',
    )
  })

  it('sends a body as JSON', async () => {
    answer(200, JSON.stringify(decision))
    await call('decide', {
      body: { a: 'shop:a/1', b: 'shop:a/2', verdict: 'same', by: 'A', because: 'B' },
    })
    expect(asked[0]?.init?.method).to.equal('POST')
    expect(asked[0]?.init?.headers).to.deep.equal({ 'content-type': 'application/json' })
    expect(JSON.parse(String(asked[0]?.init?.body))).to.include({ verdict: 'same' })
  })

  it('answers with the parsed body', async () => {
    answer(
      200,
      JSON.stringify({ months: [{ month: '2026-01', opened: 1, closed: 2, cameBack: 0 }] }),
    )
    const { months } = await call('events')
    expect(months[0]?.closed).to.equal(2)
  })

  it('throws the problem that the server names, with its sentence', async () => {
    const problem = {
      type: 'ring-unknown',
      title: 'x',
      status: 404,
      detail: 'No ring has this id.',
    }
    answer(404, JSON.stringify(problem))
    const failure = await failed(call('ring', { params: { id: 'ring:x' } }))
    expect(failure).to.deep.equal({ code: 'ring-unknown', detail: 'No ring has this id.' })
  })

  it('says so when an answer is not what the contract says', async () => {
    answer(200, JSON.stringify({ months: 'none' }))
    const { code, detail } = await failed(call('events'))
    expect(code).to.equal('answer-unreadable')
    expect(detail).to.contain('months')
  })

  it('says so when a failure is not a problem at all', async () => {
    answer(502, '<html>')
    expect((await failed(call('events'))).code).to.equal('answer-unreadable')
  })

  it('says so when no answer comes', async () => {
    globalThis.fetch = async () => {
      throw new TypeError('fetch failed')
    }
    expect((await failed(call('events'))).code).to.equal('network')
  })

  it('lets a call that was given up end as it does', async () => {
    const abort = new AbortController()
    globalThis.fetch = async () => {
      abort.abort()
      throw new DOMException('gone', 'AbortError')
    }
    const error = await call('events', { signal: abort.signal }).catch((thrown: unknown) => thrown)
    expect(error).to.not.be.instanceOf(ProblemError)
  })
})

const decision = {
  id: 'd1',
  a: 'shop:a/1',
  b: 'shop:a/2',
  verdict: 'same',
  basis: 'reviewed',
  by: 'A',
  on: '2026-03-14',
}

async function failed(promise: Promise<unknown>) {
  return failureOf(
    await promise.then(
      () => undefined,
      (error: unknown) => error,
    ),
  )
}
