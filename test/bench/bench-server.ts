import { readFileSync } from 'node:fs'

import neo4j, { type Session } from 'neo4j-driver'

/** What something took, in seconds; the processor of client and server together, and of the server alone, which is 0 where it is not ours. */
export interface Took {
  readonly wall: number
  readonly processor: number
  readonly server: number
}

/** A server that a bench may empty. */
export interface BenchServer extends AsyncDisposable {
  readonly uri: string
  run(text: string, parameters?: object): Promise<Record<string, unknown>[]>
  /** One row after another. */
  rows(text: string): AsyncGenerator<Record<string, unknown>>
  /** Writes in a transaction of its own. */
  write(text: string, parameters: object): Promise<void>
  /** Removes every node; indexes and constraints stay. */
  empty(): Promise<void>
  timed(work: () => Promise<unknown>): Promise<Took>
}

export function benchServer({ uri, pid }: { uri: string; pid?: number }): BenchServer {
  const driver = neo4j.driver(
    uri,
    neo4j.auth.basic(process.env.NEO4J_USERNAME ?? 'neo4j', process.env.NEO4J_PASSWORD ?? ''),
    { useBigInt: true },
  )
  const within = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const session = driver.session({ database: 'neo4j' })
    try {
      return await work(session)
    } finally {
      await session.close()
    }
  }
  const run = (text: string, parameters = {}) =>
    within(async (session) =>
      (await session.run(text, parameters)).records.map((record) => record.toObject()),
    )
  return {
    uri,
    run,
    async *rows(text) {
      const session = driver.session({ database: 'neo4j' })
      for await (const record of session.run(text)) yield record.toObject()
      await session.close()
    },
    write: (text, parameters) =>
      within(async (session) => {
        await session.executeWrite((transaction) => transaction.run(text, parameters))
      }),
    async empty() {
      await run('MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 10000 ROWS')
    },
    async timed(work) {
      const before = { wall: performance.now(), own: process.cpuUsage(), server: processorOf(pid) }
      await work()
      const { user, system } = process.cpuUsage(before.own)
      const server = processorOf(pid) - before.server
      const wall = (performance.now() - before.wall) / 1_000
      return { wall, processor: (user + system) / 1e6 + server, server }
    },
    [Symbol.asyncDispose]: () => driver.close(),
  }
}

const ticksPerSecond = 100

/** Seconds that a process has had so far, all its threads together. */
function processorOf(pid: number | undefined): number {
  if (pid === undefined) return 0
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number)
  return (user + system) / ticksPerSecond
}
