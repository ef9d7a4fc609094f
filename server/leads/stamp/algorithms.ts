import { constants, type KeyObject, verify } from 'node:crypto'

export const sha256Oid = '2.16.840.1.101.3.4.2.1'

/** Hashes that count as sound, by object identifier; SHA-1 and MD5 are not among them. */
export const hashes: Readonly<Record<string, string>> = {
  [sha256Oid]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

interface Scheme {
  /** The hash that the scheme names; absent where that is the hash of the attributes, or part of the scheme. */
  readonly hash?: string
  readonly padding?: number
  readonly hashesItself?: true
}

/** Signatures of tokens by object identifier: RFC 3370 and 4056 (RSA), 5758 (ECDSA), 8419 (Ed25519). */
const schemes: Readonly<Record<string, Scheme>> = {
  '1.2.840.113549.1.1.1': {},
  '1.2.840.113549.1.1.10': { padding: constants.RSA_PKCS1_PSS_PADDING },
  '1.2.840.113549.1.1.11': { hash: 'sha256' },
  '1.2.840.113549.1.1.12': { hash: 'sha384' },
  '1.2.840.113549.1.1.13': { hash: 'sha512' },
  '1.2.840.10045.4.3.2': { hash: 'sha256' },
  '1.2.840.10045.4.3.3': { hash: 'sha384' },
  '1.2.840.10045.4.3.4': { hash: 'sha512' },
  '1.3.101.112': { hashesItself: true },
}

interface Signed {
  readonly bytes: Uint8Array
  readonly signature: Uint8Array
  readonly key: KeyObject
  /** Object identifier of how it was signed. */
  readonly scheme: string
  /** Of what the signed attributes name. */
  readonly hash: string
}

/** Whether the signature is of these bytes by this key; false too where nobody here knows how it was made. */
export function signatureHolds({ bytes, signature, key, scheme: oid, hash }: Signed): boolean {
  const scheme = schemes[oid]
  if (scheme === undefined) return false
  const { padding, hashesItself } = scheme
  try {
    return verify(
      hashesItself === true ? null : (scheme.hash ?? hash),
      bytes,
      padding === undefined ? key : { key, padding },
      signature,
    )
  } catch {
    return false
  }
}
