import type { Facts } from '../../domain/fact.ts'
import { statementTokens } from '../name-grams.ts'
import type { Database } from './database.ts'

type Said = Pick<Facts, 'nodes' | 'about'>

/** Finds versions of records that are no longer current by the nodes that they name or are about. */
export interface EndedRecords {
  end(record: number, said: Said): void
  /** Ends a series of writes. */
  settled(): void
}

export function endedRecords(database: Database): EndedRecords {
  const ended = new Map<number, Said>()
  return {
    end: (record, said) => void ended.set(record, said),
    settled() {
      for (const [record, { nodes, about }] of ended) {
        database.run(
          'INSERT OR IGNORE INTO ended_said (key, record) SELECT value, $record FROM json_each($keys)',
          { record, keys: JSON.stringify([...nodes.map(({ key }) => key), ...about]) },
        )
      }
      // By themselves, for the same reason as names of nodes.
      for (const [record, { nodes }] of ended) {
        database.run(
          'INSERT OR REPLACE INTO ended_search (rowid, tokens) VALUES ($record, $tokens)',
          {
            record,
            tokens: statementTokens(nodes),
          },
        )
      }
      ended.clear()
    },
  }
}
