import { createHash } from 'node:crypto'

import { canonicalJson } from '../canonical.ts'
import type { Sha256 } from '../units.ts'
import type { CustodyDraft, CustodyEvent } from './custody.ts'

/** The end of a chain: how many events there are, and the hash of the last. */
export interface CustodyHead {
  readonly seq: number
  readonly hash: Sha256
}

export const emptyChain: CustodyHead = { seq: 0, hash: '0'.repeat(64) as Sha256 }

/** Puts events behind the end of a chain, each bound to the one before. */
export function chained(head: CustodyHead, drafts: readonly CustodyDraft[]): CustodyEvent[] {
  let last = head
  return drafts.map((draft) => {
    const body = { ...draft, seq: last.seq + 1, previous: last.hash }
    const event = { ...body, hash: eventHash(body) } as CustodyEvent
    last = event
    return event
  })
}

/**
 * The hash of an event, which is also its leaf in a {@link merkleTree}: a zero byte keeps leaves apart from inner nodes.
 * Source: RFC 6962, section 2.1.
 */
export function eventHash(event: Omit<CustodyEvent, 'hash'>): Sha256 {
  const { hash: _hash, ...body } = event as CustodyEvent
  return createHash('sha256').update('\0').update(canonicalJson(body)).digest('hex') as Sha256
}

/** What is wrong with a whole chain, one sentence each; nothing when every event stands where it was put. */
export async function chainProblems(events: AsyncIterable<CustodyEvent>): Promise<string[]> {
  const problems: string[] = []
  let last = emptyChain
  for await (const event of events) {
    if (event.seq !== last.seq + 1) {
      problems.push(`Event ${event.seq} follows event ${last.seq}: events between are missing.`)
    } else if (event.previous !== last.hash) {
      problems.push(`Event ${event.seq} does not follow event ${last.seq} as it stands now.`)
    }
    if (eventHash(event) !== event.hash) {
      problems.push(`Event ${event.seq} was changed: its hash is not that of its contents.`)
    }
    last = event
  }
  return problems
}
