import { createHash, createPublicKey, verify } from 'node:crypto'

import { KeyHistory, type SigningKey } from '../../domain/signing-key.ts'
import { type Contents, textOf } from '../formats/content.ts'
import { keyInUse, keysFile, keysJson, signatureFile, signatureText } from '../formats/signature.ts'

export interface SignatureCheck {
  readonly problems: readonly string[]
  /** The key that signed; undefined where the package is unsigned or its signature does not hold. */
  readonly key: SigningKey | undefined
}

/**
 * Whether the list of a bag's tag files, and with it every file, was signed by the key that the package names. Whose key that is no package can say: compare the fingerprint
 * with the one that its sender gave over another way. Ed25519: S. Josefsson and I. Liusvaara, RFC 8032.
 */
export function checkSignature(files: Contents): SignatureCheck {
  const has = [keysFile, signatureFile].filter((path) => files.has(path))
  if (has.length === 0) return promisesKey(files) ? broken(stripped) : unsigned
  if (has.length === 1) return broken(`Of ${keysFile} and ${signatureFile} one is missing.`)
  const history = historyOf(textOf(files, keysFile))
  if (history === undefined) return broken(`${keysFile} is not a list of keys.`)
  const key = keyInUse(history)
  const signature = Buffer.from(textOf(files, signatureFile), 'base64')
  if (signatureText(signature) !== textOf(files, signatureFile))
    return broken(`${signatureFile} is not written as a signature is.`)
  if (fingerprintOf(key) !== key.fingerprint)
    return broken(`${keysFile} names a key by a fingerprint that is not its own.`)
  // The bytes and not the text, which has no byte order mark.
  const signed = files.get('tagmanifest-sha512.txt')
  if (!(signed instanceof Uint8Array)) return broken('tagmanifest-sha512.txt is missing.')
  const holds = verify(null, signed, publicKeyOf(key), signature)
  return holds ? { problems: [], key } : broken('The signature does not belong to this package.')
}

const unsigned: SignatureCheck = { problems: [], key: undefined }
const stripped = 'bag-info.txt names a signing key, and the signature is missing.'
/** What stands before the 32 bytes of a public Ed25519 key in the form that Node reads: RFC 8410, §4. */
const keyHeader = Buffer.from('302a300506032b6570032100', 'hex')

function broken(problem: string): SignatureCheck {
  return { problems: [problem], key: undefined }
}

function promisesKey(files: Contents): boolean {
  return /^Signing-Key: /m.test(textOf(files, 'bag-info.txt'))
}

/** Undefined for anything that is not written exactly as a package writes it. */
function historyOf(text: string): KeyHistory | undefined {
  const parsed = KeyHistory.safeParse(json(text))
  return parsed.success && keysJson(parsed.data) === text ? parsed.data : undefined
}

function fingerprintOf({ publicKey }: SigningKey): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')
}

function publicKeyOf({ publicKey }: SigningKey) {
  const der = Buffer.concat([keyHeader, Buffer.from(publicKey, 'base64')])
  return createPublicKey({ key: der, format: 'der', type: 'spki' })
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
