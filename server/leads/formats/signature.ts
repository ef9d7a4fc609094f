import { canonicalJson } from '../../domain/canonical.ts'
import type { KeyHistory, SigningKey } from '../../domain/signing-key.ts'

/** Signs for one deployment. Ed25519 signatures depend on key and text alone, so that a package that is built again is the same to the byte. */
export interface Signer {
  readonly history: KeyHistory
  /** Of the key in use, which is the last of the history. */
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

/** Files that a signed package has beside those of every bag. */
export const keysFile = 'signature/keys.json'
export const signatureFile = 'signature/tagmanifest.ed25519'

/** The key that signs. */
export function keyInUse({ keys }: KeyHistory): SigningKey {
  const key = keys.at(-1)
  if (key === undefined) throw new Error('a history of keys that holds no key')
  return key
}

export function keysJson(history: KeyHistory): string {
  return `${canonicalJson(history)}\n`
}

/** 64 bytes as base64, in one line. */
export function signatureText(signature: Uint8Array): string {
  return `${Buffer.from(signature).toString('base64')}\n`
}
