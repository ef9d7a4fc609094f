import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

import { expect } from 'chai'

import { openStore } from '../../server/store/open-store.ts'
import { neo4jForTests } from '../support/neo4j-server.ts'
import { facts, load, node } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

const server = await neo4jForTests()

if ('uri' in server) {
  describe('a read of Neo4j', () => {
    it('is asked again where its connection breaks before it is answered', async () => {
      await using store = await stores.neo4j?.()
      if (store === undefined) throw new Error('there is no store')
      await load(store, [facts('1', { nodes: [node('shop:a')] })])
      await using between = await breakable(server.uri)
      await using through = await openStore(between.uri, process.env)
      between.breakNext()
      expect((await through.node('shop:a'))?.key).to.equal('shop:a')
      expect(between.broken()).to.equal(1)
    })
  })
}

/** Stands between a client and a server; the next request after `breakNext` gets no answer, as its connection ends. */
async function breakable(uri: string) {
  const { hostname, port } = new URL(uri)
  const sockets = new Set<Socket>()
  let isToBreak = false
  let broken = 0
  const proxy = createServer((client) => {
    const onward = connect(Number(port), hostname)
    for (const socket of [client, onward]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
    }
    client.on('close', () => onward.destroy())
    onward.on('close', () => client.destroy())
    onward.pipe(client)
    client.on('data', (bytes) => {
      if (!isToBreak) return void onward.write(bytes)
      isToBreak = false
      broken += 1
      client.destroy()
    })
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    uri: `bolt://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    breakNext: () => {
      isToBreak = true
    },
    broken: () => broken,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}
