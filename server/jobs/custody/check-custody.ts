import { createHash } from 'node:crypto'

import { chainProblems } from '../../domain/evidence/custody-chain.ts'
import type { EvidenceItem } from '../../domain/evidence/evidence-item.ts'
import type { EpochMs, Sha256 } from '../../domain/units.ts'
import type { Files } from '../../store/files.ts'
import type { Custody } from '../../store/port.ts'
import { holdingsOf } from './items.ts'

export interface CustodyCheck {
  readonly ok: boolean
  /** Files that were hashed again. */
  readonly files: number
  /** In bytes. */
  readonly size: number
  readonly events: number
  /** The hash of the last event: whoever wrote it down earlier can see whether the chain still leads there. */
  readonly head: Sha256
  /** One sentence each: what is not as it was received. */
  readonly problems: readonly string[]
  /** Files that no event speaks of, as an interrupted receipt leaves them; they prove nothing and harm nothing. */
  readonly unrecorded: readonly Sha256[]
}

/** Hashes every file again and follows the chain from its beginning, then puts the outcome into the chain. */
export async function checkCustody(
  store: Files & Custody,
  { by, now, onFile }: { by: string; now: EpochMs; onFile: (done: number, total: number) => void },
): Promise<CustodyCheck> {
  const chain = await chainProblems(store.custody())
  const { items } = await holdingsOf(store)
  const problems = [...chain]
  let [done, size] = [0, 0]
  for (const item of items.values()) {
    problems.push(...(await fileProblems(store, item)))
    size += item.destroyedAt === undefined ? item.file.size : 0
    done += 1
    onFile(done, items.size)
  }
  const unrecorded: Sha256[] = []
  for await (const sha256 of store.scanFiles('evidence')) {
    if (!items.has(sha256)) unrecorded.push(sha256)
  }
  await store.appendCustody([
    { what: 'verified', at: now, by, files: items.size, problems: problems.length },
  ])
  const { seq, hash } = await store.custodyHead()
  return {
    ok: problems.length === 0,
    files: items.size,
    size,
    events: seq,
    head: hash,
    problems,
    unrecorded,
  }
}

async function fileProblems(store: Files, { file, destroyedAt }: EvidenceItem): Promise<string[]> {
  const source = await store.file('evidence', file.sha256)
  const named = `${file.sha256} (${file.name})`
  if (destroyedAt !== undefined) {
    return source === undefined
      ? []
      : [`${named} was destroyed on record, and its bytes are still there.`]
  }
  if (source === undefined) return [`${named} is missing.`]
  const hash = createHash('sha256')
  for await (const chunk of source.chunks()) hash.update(chunk)
  return hash.digest('hex') === file.sha256
    ? []
    : [`${named} was changed: its bytes have another hash.`]
}
