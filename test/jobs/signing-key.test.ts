import { createPublicKey, verify } from 'node:crypto'
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import type { SigningKey } from '../../server/domain/signing-key.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { openSigner, rotateKey } from '../../server/jobs/signing-key.ts'
import { keyInUse, type Signer } from '../../server/leads/formats/signature.ts'
import { temporaryFolder } from './small-dataset.ts'

const noon = EpochMs.parse(Date.UTC(2026, 2, 14, 12))
const later = EpochMs.parse(Date.UTC(2027, 2, 14, 12))
const text = new TextEncoder().encode('what is signed')

describe('the key of a deployment', () => {
  it('is made once, and is the same ever after', async () => {
    using folder = temporaryFolder()
    const first = await openSigner(folder.path, noon)
    const again = await openSigner(folder.path, later)
    expect(again.history).to.deep.equal(first.history)
    expect(again.sign(text)).to.deep.equal(first.sign(text))
    expect(holds(again)).to.equal(true)
  })

  it('is one, when several processes need the first one at once', async () => {
    using folder = temporaryFolder()
    const signers = await Promise.all(
      Array.from({ length: 6 }, () => openSigner(folder.path, noon)),
    )
    const named = new Set(signers.map(({ history }) => keyInUse(history).fingerprint))
    expect(named.size).to.equal(1)
  })

  it('is for its owner alone', async () => {
    using folder = temporaryFolder()
    await openSigner(folder.path, noon)
    for (const file of readdirSync(folder.path))
      expect(statSync(join(folder.path, file)).mode & 0o777, file).to.equal(0o400)
  })

  it('gives way to a new one and stays in the list, with the day', async () => {
    using folder = temporaryFolder()
    const first = keyInUse((await openSigner(folder.path, noon)).history)
    const next = await rotateKey(folder.path, later)
    expect(next.history.keys).to.have.length(2)
    expect(next.history.keys[0]).to.deep.equal({ ...first, until: '2027-03-14' })
    expect(keyInUse(next.history).fingerprint).to.not.equal(first.fingerprint)
    expect(holds(next)).to.equal(true)
    expect((await openSigner(folder.path, later)).history).to.deep.equal(next.history)
  })

  it('signs nothing when its files do not fit each other, and says what to do', async () => {
    using folder = temporaryFolder()
    using other = temporaryFolder()
    const { fingerprint } = keyInUse((await openSigner(folder.path, noon)).history)
    const file = join(folder.path, `${fingerprint}.pem`)
    await openSigner(other.path, noon)
    rmSync(file)
    await refused(folder.path)
    writeFileSync(file, 'not a key')
    await refused(folder.path)
    rmSync(join(folder.path, 'keys.json'))
    writeFileSync(join(folder.path, 'keys.json'), '{"keys":[]}')
    await refused(folder.path)
  })
})

async function refused(folder: string): Promise<void> {
  const failure = await openSigner(folder, noon).catch((error: unknown) => error)
  expect((failure as Error).message).to.include('put its files back as they were')
}

function holds({ history, sign }: Signer): boolean {
  return verify(null, text, publicOf(keyInUse(history)), sign(text))
}

function publicOf({ publicKey }: SigningKey) {
  const x = Buffer.from(publicKey, 'base64').toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}
