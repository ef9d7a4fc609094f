import { Integer, Null, OctetString } from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs'

import { sha256Oid } from './algorithms.ts'

interface StampRequest {
  /** SHA-256 of what is to be stamped, 32 bytes: all that an authority gets to see of it. */
  readonly imprint: Uint8Array
  /** Nobody can have seen it before; the first byte from 1 to 127, so that it is written as it is. */
  readonly nonce: Uint8Array
  /** Rules that the authority has to keep to; its own choice when absent. */
  readonly policy?: string | undefined
}

/**
 * The request for a time stamp, as DER, with the certificate asked for.
 * Source: C. Adams et al., Internet X.509 Public Key Infrastructure Time-Stamp Protocol (TSP), RFC 3161, §2.4.1.
 */
export function stampRequest({ imprint, nonce, policy }: StampRequest): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({
        algorithmId: sha256Oid,
        algorithmParams: new Null(),
      }),
      hashedMessage: new OctetString({ valueHex: imprint }),
    }),
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  })
  if (policy !== undefined) request.reqPolicy = policy
  return new Uint8Array(request.toSchema().toBER())
}
