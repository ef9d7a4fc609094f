import { canonicalJson } from '../../domain/canonical.ts'
import type { CustodyDraft, CustodyEvent } from '../../domain/evidence/custody.ts'
import { type CustodyHead, chained, emptyChain } from '../../domain/evidence/custody-chain.ts'
import type { Custody } from '../port.ts'
import type { Database } from './database.ts'

const scanRows = 2_000

export function custody(database: Database): Custody {
  return {
    async appendCustody(drafts, { after } = {}) {
      return durably(database, () => {
        const head = headOf(database)
        if (after !== undefined && after !== head.seq) return undefined
        return append(database, drafts)
      })
    },
    async custodyHead() {
      return headOf(database)
    },
    async *custody({ after = 0 } = {}) {
      let last = after
      for (;;) {
        const rows = database.all<{ seq: number; body: string }>(
          'SELECT seq, body FROM custody WHERE seq > $last ORDER BY seq LIMIT $limit',
          { last, limit: scanRows },
        )
        for (const { body } of rows) yield JSON.parse(body) as CustodyEvent
        if (rows.length < scanRows) return
        last = rows.at(-1)?.seq ?? last
      }
    },
  }
}

/** Puts events behind the end of the chain, within a transaction of the caller's. */
export function append(database: Database, drafts: readonly CustodyDraft[]): CustodyEvent[] {
  const events = chained(headOf(database), drafts)
  putEvents(database, events)
  return events
}

/** Writes events as they are. */
export function putEvents(database: Database, events: readonly CustodyEvent[]): void {
  for (const event of events) {
    database.run('INSERT INTO custody (seq, hash, body) VALUES ($seq, $hash, $body)', {
      seq: event.seq,
      hash: event.hash,
      body: canonicalJson(event),
    })
  }
}

/**
 * A transaction that a power cut does not take back once it is answered: what was said of evidence stays said. Loads do without, as they can
 * be done again.
 */
export function durably<T>(database: Database, work: () => T): T {
  database.script('PRAGMA synchronous = FULL')
  try {
    return database.transaction(work)
  } finally {
    database.script('PRAGMA synchronous = NORMAL')
  }
}

function headOf(database: Database): CustodyHead {
  return (
    database.get<CustodyHead>('SELECT seq, hash FROM custody ORDER BY seq DESC LIMIT 1') ??
    emptyChain
  )
}
