import { compareText } from '../../domain/canonical.ts'
import { statementTokens } from '../name-grams.ts'
import type { PastReads } from '../past-reads.ts'
import { readRecord, readSaid } from '../written-facts.ts'
import type { Connection } from './connection.ts'
import { scanKeys } from './graph-queries.ts'
import { inParts } from './in-parts.ts'
import { endedKeys, endedKeysFound, keepEnded, keysFound, saidOf } from './past-queries.ts'
import type { Runner } from './query.ts'
import { expressionOf } from './search.ts'

/** A moment after all others: what is current then is current now. */
const now = Number.MAX_SAFE_INTEGER

export function pastReads(connection: Connection): Omit<PastReads, 'unwanted'> {
  return {
    async saidOf(keys, at) {
      const rows = await connection.ask(saidOf, { keys, at: BigInt(at ?? now) })
      return rows.map(({ row, body, facts }) => ({
        record: readRecord(body, row),
        ...readSaid(facts),
      }))
    },
    async keysEver(after, limit) {
      const page = { after, limit: BigInt(limit) }
      const found = await connection.read((runner) =>
        Promise.all([scanKeys.rows(runner, page), endedKeys.rows(runner, page)]),
      )
      return sortedOnce(found.flat()).slice(0, limit)
    },
    async keysFound(term) {
      const asked = { terms: expressionOf(term) }
      const found = await connection.read((runner) =>
        Promise.all([keysFound.rows(runner, asked), endedKeysFound.rows(runner, asked)]),
      )
      return sortedOnce(found.flat())
    },
  }
}

function sortedOnce(rows: readonly { readonly key: string }[]): string[] {
  return [...new Set(rows.map(({ key }) => key))].toSorted(compareText)
}

/** Lets versions that are no longer current be found by the nodes that they name. */
export async function keepEndedIn(
  runner: Runner,
  ended: readonly { readonly version: string; readonly facts: string }[],
): Promise<void> {
  const rows = ended.map(({ version, facts }) => {
    const { nodes, about } = readSaid(facts)
    const keys = [...new Set([...nodes.map(({ key }) => key), ...about])]
    return { version, keys, tokens: statementTokens(nodes) }
  })
  await inParts(runner, keepEnded, rows)
}
