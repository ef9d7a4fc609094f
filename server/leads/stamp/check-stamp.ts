import { createHash } from 'node:crypto'

import type { SignerInfo } from 'pkijs'

import type { StampFailure, TimeStamp } from '../../domain/time-stamp.ts'
import { EpochMs, Sha256 } from '../../domain/units.ts'
import { hashes, sha256Oid, signatureHolds } from './algorithms.ts'
import { readReply, type Token, tstInfoOid } from './read-reply.ts'
import {
  certificateProblems,
  holderOf,
  type SigningCertificate,
  signingCertificate,
} from './signing-certificate.ts'

/** What only whoever asked can compare. */
export interface Asked {
  readonly nonce: Uint8Array
  readonly policy?: string | undefined
}

export type StampCheck =
  | { readonly stamp: TimeStamp }
  | { readonly failed: Omit<StampFailure, 'url'> }

/**
 * Whether an authority's answer is a time stamp of these bytes: one signature, by a certificate inside that its signed attributes name and that is for time stamps alone; the
 * imprint of these bytes; and of an answer that was just asked for, its nonce and policy. Whose certificate it is, and who vouches for it, is not asked. RFC 3161, §2.4.2.
 */
export function checkStamp(reply: Uint8Array, bytes: Uint8Array, asked?: Asked): StampCheck {
  const read = readReply(reply)
  if (!('token' in read)) return { failed: read }
  try {
    const { token } = read
    const signed = signedBy(token)
    const problems = [
      ...imprintProblems(token, bytes),
      ...(asked === undefined ? [] : askedProblems(token, asked)),
      ...('problem' in signed ? [signed.problem] : timeProblems(token, signed.by)),
    ]
    return problems.length === 0 && 'by' in signed
      ? { stamp: stampOf(token, signed.by) }
      : { failed: { reason: 'unsound', detail: problems.join('; ') } }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { failed: { reason: 'unreadable', detail } }
  }
}

function imprintProblems({ info }: Token, bytes: Uint8Array): string[] {
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  const own = createHash('sha256').update(bytes).digest('hex')
  if (hashAlgorithm.algorithmId !== sha256Oid) return ['its imprint is not made with SHA-256']
  return hex(hashedMessage.valueBlock.valueHexView) === own
    ? []
    : ['it is of other bytes than those signed here']
}

function askedProblems({ info }: Token, { nonce, policy }: Asked): string[] {
  const own = info.nonce && hex(info.nonce.valueBlock.valueHexView)
  return [
    ...(own === hex(nonce) ? [] : ['it answers another request: its nonce is not the one sent']),
    ...(policy === undefined || policy === info.policy
      ? []
      : [`it was made by the policy ${info.policy}, not by ${policy}`]),
  ]
}

type SignedBy = { readonly by: SigningCertificate } | { readonly problem: string }

function signedBy({ signed, content, certificates }: Token): SignedBy {
  const [signer, other] = signed.signerInfos
  if (signer === undefined || other !== undefined)
    return { problem: 'it does not bear exactly one signature' }
  const hash = hashes[signer.digestAlgorithm.algorithmId]
  if (hash === undefined) return { problem: 'it is signed over a hash that is not sound any more' }
  const by = signingCertificate(signer, certificates)
  if (by === undefined)
    return { problem: 'the certificate that its signature names is not inside (ESSCertIDv2)' }
  const digest = createHash(hash).update(content).digest('hex')
  const digests = valuesOf(signer, messageDigest).map((value) => hex(value?.valueHexView ?? []))
  const types = valuesOf(signer, contentType).map(String)
  if (digests.join() !== digest || types.join() !== tstInfoOid)
    return { problem: 'what it states was changed after it was signed' }
  const holds = signatureHolds({
    bytes: new Uint8Array(signer.signedAttrs?.encodedValue ?? new ArrayBuffer(0)),
    signature: signer.signature.valueBlock.valueHexView,
    key: by.x509.publicKey,
    scheme: signer.signatureAlgorithm.algorithmId,
    hash,
  })
  return holds ? { by } : { problem: 'its signature does not hold by the certificate inside' }
}

const contentType = '1.2.840.113549.1.9.3'
const messageDigest = '1.2.840.113549.1.9.4'

/** Every value of a signed attribute, of which there has to be one. */
function valuesOf({ signedAttrs }: SignerInfo, oid: string) {
  const found = (signedAttrs?.attributes ?? []).filter(({ type }) => type === oid)
  return found.flatMap(({ values }) => values.map(({ valueBlock }) => valueBlock))
}

function timeProblems({ info }: Token, by: SigningCertificate): string[] {
  return [
    ...(info.version === 1 ? [] : [`it is of version ${info.version}`]),
    ...certificateProblems(by, info.genTime.getTime()),
  ]
}

function stampOf({ info }: Token, by: SigningCertificate): TimeStamp {
  const { seconds = 0, millis = 0, micros = 0 } = info.accuracy ?? {}
  const accuracyMs = 1_000 * seconds + millis + micros / 1_000
  return {
    at: EpochMs.parse(info.genTime.getTime()),
    ...(0 < accuracyMs && { accuracyMs }),
    authority: holderOf(by),
    policy: info.policy,
    serial: hex(info.serialNumber.valueBlock.valueHexView),
    certificate: Sha256.parse(createHash('sha256').update(by.raw).digest('hex')),
  }
}

function hex(bytes: ArrayLike<number>): string {
  return Buffer.from(bytes).toString('hex')
}
