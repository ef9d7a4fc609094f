import { canonicalJson } from '../../domain/canonical.ts'
import type { CustodyDraft, CustodyEvent } from '../../domain/evidence/custody.ts'
import { type CustodyHead, chained, emptyChain } from '../../domain/evidence/custody-chain.ts'
import type { Sha256 } from '../../domain/units.ts'
import type { Custody } from '../port.ts'
import type { Connection } from './connection.ts'
import { custodyHead, custodyPage, putCustody } from './custody-queries.ts'
import type { Runner } from './query.ts'

const scanRows = 2_000

export function custody(connection: Connection): Custody {
  return {
    appendCustody(drafts, { after } = {}) {
      // `write` lets one writer in at a time, so that no two events follow the same one.
      return connection.write(async (runner) => {
        const head = await headIn(runner)
        if (after !== undefined && after !== head.seq) return undefined
        return appendIn(runner, drafts)
      })
    },
    custodyHead: () => connection.read(headIn),
    async *custody({ after = 0 } = {}) {
      let last = after
      for (;;) {
        const page = { after: BigInt(last), limit: BigInt(scanRows) }
        const rows = await connection.ask(custodyPage, page)
        for (const { body } of rows) yield JSON.parse(body) as CustodyEvent
        if (rows.length < scanRows) return
        last = rows.at(-1)?.seq ?? last
      }
    },
  }
}

/** Puts events behind the end of the chain, within a transaction that holds the lock of the store. */
export async function appendIn(
  runner: Runner,
  drafts: readonly CustodyDraft[],
): Promise<CustodyEvent[]> {
  const events = chained(await headIn(runner), drafts)
  await putEventsIn(runner, events)
  return events
}

/** Writes events as they are. */
export async function putEventsIn(runner: Runner, events: readonly CustodyEvent[]): Promise<void> {
  const rows = events.map((event) => ({
    seq: BigInt(event.seq),
    hash: event.hash,
    body: canonicalJson(event),
  }))
  if (0 < rows.length) await putCustody.rows(runner, { events: rows })
}

async function headIn(runner: Runner): Promise<CustodyHead> {
  const [head] = await custodyHead.rows(runner, {})
  return head === undefined ? emptyChain : { seq: head.seq, hash: head.hash as Sha256 }
}
