import { createHash, randomBytes } from 'node:crypto'

import { FailureError } from '../../domain/failure.ts'
import type { SealedLead } from '../../domain/lead.ts'
import type { StampFailure } from '../../domain/time-stamp.ts'
import { checkStamp } from '../../leads/stamp/check-stamp.ts'
import { stampRequest } from '../../leads/stamp/request.ts'
import { signedList } from '../../leads/stamp/signed-list.ts'
import type { Store } from '../../store/port.ts'
import { type Authority, askAuthority } from './ask-authority.ts'

/**
 * Asks for a time stamp of each package in turn and keeps it beside the package, which stays as it is. Where none was given the package says why, and can be stamped
 * later. An authority that does not answer is not asked again for the others. A package that has a stamp keeps the one it has, which is the earliest.
 */
export async function stampLeads(
  store: Store,
  leads: readonly SealedLead[],
  authority: Authority | undefined,
): Promise<SealedLead[]> {
  if (authority === undefined) return [...leads]
  const stamped: SealedLead[] = []
  let silent: StampFailure | undefined
  for (const lead of leads) {
    const done = await stampLead(store, lead, authority, silent)
    const { unstamped } = done
    if (unstamped !== undefined && ['unreachable', 'late'].includes(unstamped.reason))
      silent = unstamped
    stamped.push(done)
  }
  return stamped
}

async function stampLead(
  store: Store,
  lead: SealedLead,
  authority: Authority,
  silent: StampFailure | undefined,
): Promise<SealedLead> {
  if (lead.stamp !== undefined) return lead
  const answer = silent === undefined ? await stampOf(store, lead, authority) : { failed: silent }
  const { unstamped: _, ...before } = lead
  if ('failed' in answer) return keep(store, { ...before, unstamped: answer.failed })
  const { sha256, size } = await store.keepFile('leads', onePiece(answer.reply), {
    most: answer.reply.byteLength,
  })
  return keep(store, { ...before, stamp: { ...answer.stamp, sha256, size } })
}

async function stampOf(store: Store, lead: SealedLead, authority: Authority) {
  const bytes = await signedBytes(store, lead)
  const { policy, url } = authority
  const asked = { nonce: freshNonce(), policy }
  const imprint = createHash('sha256').update(bytes).digest()
  const answer = await askAuthority(authority, stampRequest({ imprint, ...asked }))
  if ('failed' in answer) return answer
  const checked = checkStamp(answer.reply, bytes, asked)
  return 'failed' in checked ? { failed: { url, ...checked.failed } } : { ...answer, ...checked }
}

/** What the package's signature covers, read from the package as it is kept. Throws a FailureError where that is not what was sealed. */
async function signedBytes(store: Store, { id, sha256 }: SealedLead): Promise<Uint8Array> {
  const kept = await store.leadPackage(id)
  const list = kept && (await signedList(kept.chunks()))
  if (list?.bytes !== undefined && list.sha256 === sha256) return list.bytes
  throw new FailureError(
    `The package of ${id} is ${kept === undefined ? 'not' : 'not as it was sealed'} in the store; it gets no time stamp.`,
  )
}

/** 63 bits, which every authority takes, and never written with a zero before it. */
function freshNonce(): Uint8Array {
  const nonce = new Uint8Array(randomBytes(8))
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40
  return nonce
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function keep(store: Store, lead: SealedLead): Promise<SealedLead> {
  await store.putLead(lead)
  return lead
}
