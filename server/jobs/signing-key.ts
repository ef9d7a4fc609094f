import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { FailureError } from '../domain/failure.ts'
import { KeyHistory, SigningKey } from '../domain/signing-key.ts'
import { dayOfMoment, type EpochMs } from '../domain/units.ts'
import { keyInUse, keysJson, type Signer } from '../leads/formats/signature.ts'

/** Names the keys of a folder; each lies beside it in a file that is for its owner's eyes alone. */
const historyFile = 'keys.json'
const ownerOnly = 0o400

/** The signer of a deployment; makes its first key when the folder names none. Throws a FailureError when the folder or its key cannot be used. */
export async function openSigner(folder: string, now: EpochMs): Promise<Signer> {
  return (await readSigner(folder)) ?? (await firstSigner(folder, now))
}

/** Lets a new key take the place of the one in use, which stays in the history, so that what it signed can still be checked. */
export async function rotateKey(folder: string, now: EpochMs): Promise<Signer> {
  const { history } = await openSigner(folder, now)
  const until = dayOfMoment(now)
  const before = history.keys.map((key) => ({ ...key, until: key.until ?? until }))
  const keys = [...before, await addKey(folder, now)]
  await explained(folder, async () => rename(await write(folder, { keys }), listOf(folder)))
  return openSigner(folder, now)
}

/** Of two processes that make the first key at once, both sign with the one that was named first. */
async function firstSigner(folder: string, now: EpochMs): Promise<Signer> {
  const keys = [await addKey(folder, now)]
  await explained(folder, async () => {
    const written = await write(folder, { keys })
    await link(written, listOf(folder)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await rm(written)
  })
  return (await readSigner(folder)) ?? expectSigner(folder)
}

async function readSigner(folder: string): Promise<Signer | undefined> {
  const list = await readFile(listOf(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw unfit(folder, error)
  })
  if (list === undefined) return undefined
  try {
    const history = KeyHistory.parse(JSON.parse(list))
    const { fingerprint, publicKey } = keyInUse(history)
    const key = createPrivateKey(await readFile(keyFile(folder, fingerprint), 'utf8'))
    if (publicBytes(key).toString('base64') !== publicKey)
      throw new Error(`${keyFile('', fingerprint)} holds another key`)
    return { history, sign: (bytes) => sign(null, bytes, key) }
  } catch (cause) {
    throw unfit(folder, cause)
  }
}

/** Writes a new private key; nothing is signed with it before the history names it. */
async function addKey(folder: string, now: EpochMs): Promise<SigningKey> {
  const key = generateKeyPairSync('ed25519').privateKey
  const bytes = publicBytes(key)
  const added = SigningKey.parse({
    algorithm: 'Ed25519',
    fingerprint: createHash('sha256').update(bytes).digest('hex'),
    publicKey: bytes.toString('base64'),
    from: dayOfMoment(now),
  })
  await explained(folder, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const pem = key.export({ format: 'pem', type: 'pkcs8' }).toString()
    await flushed(keyFile(folder, added.fingerprint), pem)
  })
  return added
}

/** Under a name of its own, so that the list is never half written. */
async function write(folder: string, history: KeyHistory): Promise<string> {
  const path = join(folder, `${keyInUse(history).fingerprint}.list`)
  await flushed(path, keysJson(history))
  return path
}

async function flushed(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', ownerOnly)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

function listOf(folder: string): string {
  return join(folder, historyFile)
}

function keyFile(folder: string, fingerprint: string): string {
  return join(folder, `${fingerprint}.pem`)
}

/** The 32 bytes of the public half. */
function publicBytes(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')
}

function expectSigner(folder: string): never {
  throw new FailureError(`The list of keys in ${folder} was taken away while it was read.`)
}

async function explained(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new FailureError(`No signing key can be kept in ${folder} (${why}).`, { cause })
  }
}

function unfit(folder: string, cause: unknown): FailureError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new FailureError(
    `The signing key in ${folder} cannot be used (${why}); put its files back as they were. Nothing is signed until then.`,
    { cause },
  )
}
