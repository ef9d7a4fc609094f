import { expect } from 'chai'
import { Neo4jError } from 'neo4j-driver'

import { FailureError, RefusalError } from '../../server/domain/failure.ts'
import { neo4jFailure } from '../../server/store/neo4j/neo4j-failure.ts'
import { openStore } from '../../server/store/open-store.ts'
import { neo4jForTests } from '../support/neo4j-server.ts'
import { aLink, aRun, at, facts, load, node } from '../support/store-builders.ts'
import { onNeo4j, stores } from '../support/stores.ts'

const server = await neo4jForTests()

describe('the address of a Neo4j store', () => {
  const refused: readonly [address: string, because: RegExp][] = [
    ['neo4j://', /names no host/],
    ['bolt://user:secret@localhost', /holds a user name or password/],
    ['bolt://localhost/db', /more than a server and \?database=/],
    ['bolt://localhost?db=x', /more than a server and \?database=/],
  ]
  for (const [address, because] of refused) {
    it(`refuses ${address.replace('secret', '…')}`, async () => {
      const failure = await failureOf(address)
      expect(failure).to.be.instanceOf(RefusalError)
      expect(failure?.message).to.match(because).and.not.include('secret')
    })
  }

  it('says so when no server answers there, without the password', async () => {
    const failure = await failureOf('bolt://127.0.0.1:9', { NEO4J_PASSWORD: 'secret' })
    expect(failure).to.be.instanceOf(FailureError)
    expect(failure?.message).to.match(/^No Neo4j server answers at bolt:\/\/127\.0\.0\.1:9;/)
    expect(failure?.message).not.to.include('secret')
  })

  it('says so when the password file cannot be read', async () => {
    const failure = await failureOf('bolt://127.0.0.1:9', { NEO4J_PASSWORD_FILE: '/nowhere/p' })
    expect(failure?.message).to.include('/nowhere/p')
  })

  it('says another thing when the server refuses the user', () => {
    const refusal = new Neo4jError('no', 'Neo.ClientError.Security.Unauthorized', '', '')
    const failure = neo4jFailure({ server: 'bolt://host', database: 'neo4j' }, refusal)
    expect(failure).to.be.instanceOf(FailureError)
    expect(String(failure)).to.include('did not accept the user name and password')
  })
})

if ('uri' in server) {
  const { uri } = server
  describe('a Neo4j database', () => {
    it('that holds something else is left as it is', async () => {
      await using _empty = await stores.neo4j?.()
      await onNeo4j(uri, 'MATCH (node) DETACH DELETE node')
      await onNeo4j(uri, "CREATE (:Movie {title: 'Heat'}), (:Person)")
      const failure = await failureOf(uri)
      expect(failure).to.be.instanceOf(FailureError)
      expect(failure?.message).to.include(
        'holds 2 nodes (Movie, Person) that Revenant did not write',
      )
      await onNeo4j(uri, 'MATCH (node) DETACH DELETE node')
    })

    it('of a newer version, or half restored, is not opened', async () => {
      await using _empty = await stores.neo4j?.()
      await onNeo4j(uri, 'MATCH (store:RevenantStore) SET store.version = 99')
      expect((await failureOf(uri))?.message).to.include('store version 99')
      await onNeo4j(
        uri,
        'MATCH (store:RevenantStore) SET store.version = 1, store.restoring = true',
      )
      expect((await failureOf(uri))?.message).to.include('not restored to the end')
    })

    it('that does not exist is named', async () => {
      const failure = await failureOf(`${uri}?database=nowhere`)
      expect(failure?.message).to.match(/has no database nowhere; create it there/)
    })

    it('that was filled when records also pointed at the keys of nodes they say something of gives each once', async () => {
      await using store = await stores.neo4j?.()
      if (store === undefined) throw new Error('there is no store')
      await load(store, [facts('1', { nodes: [node('shop:a')] })])
      await onNeo4j(
        uri,
        'MATCH (record:CurrentRecord) MERGE (subject:Subject {key: "shop:a"}) CREATE (record)-[:ABOUT]->(subject)',
      )
      const { items, total } = await store.recordsAbout('shop:a', { kinds: ['shop'], limit: 9 })
      expect([items.length, total]).to.deep.equal([1, 1])
      await store.withdraw('demo', at(9))
      expect((await store.recordsAbout('shop:a', { kinds: ['shop'], limit: 9 })).total).to.equal(0)
    })

    it('gives a run whose parts were written as text, before they were written as bytes', async () => {
      await using store = await stores.neo4j?.()
      if (store === undefined) throw new Error('there is no store')
      const links = [aLink('shop:a', 'shop:b')]
      await store.publishRun(aRun(), { links, rings: [], attributions: [] })
      await onNeo4j(uri, 'MATCH (link:Link) SET link.body = $text', {
        text: JSON.stringify(links[0]),
      })
      expect(await store.linksBetween(1, 'shop:b', 'shop:a')).to.deep.equal(links)
    })

    it('holds what was put when it is opened again, and can be walked there', async () => {
      await using store = await stores.neo4j?.()
      if (store === undefined) throw new Error('there is no store')
      await load(store, [facts('1', { nodes: [node('shop:a', { properties: { floor: 2 } })] })])
      await onNeo4j(
        uri,
        'MATCH (shop:Shop {key: "shop:a", floor: 2}) SET shop.seen = 1 / shop.floor',
      )
      await using again = await openStore(uri, process.env)
      await again.health()
      expect(again.label).to.match(/^Neo4j 5\.26\.\d+ at bolt:.*, database neo4j$/)
      expect((await again.node('shop:a'))?.properties).to.deep.equal({ floor: 2 })
    })
  })
}

async function failureOf(address: string, environment = {}): Promise<Error | undefined> {
  return openStore(address, environment).then(
    async (store) => {
      await store[Symbol.asyncDispose]()
      return undefined
    },
    (error: Error) => error,
  )
}
