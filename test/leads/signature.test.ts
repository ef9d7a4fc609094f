import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import { EpochMs } from '../../server/domain/units.ts'
import { openSigner } from '../../server/jobs/signing-key.ts'
import { bagOf, type Files } from '../../server/leads/formats/bag.ts'
import { keyInUse, type Signer } from '../../server/leads/formats/signature.ts'
import { zipOf } from '../../server/leads/formats/zip.ts'
import { packLead } from '../../server/leads/lead.ts'
import { verifyPackage } from '../../server/leads/verify.ts'
import { contentsOf, optionsOf, verifierPath } from './contents.ts'
import { type Package, sealed } from './package.ts'
import { flipped, folder, tamperings } from './tampering.ts'

const keys = 'signature/keys.json'
const signature = 'signature/tagmanifest.ed25519'

describe('a signed package', () => {
  let scratch: string
  let signer: Signer
  let lead: Package

  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'revenant-signed-'))
    signer = await openSigner(join(scratch, 'keys'), EpochMs.parse(1_773_478_860_000))
    lead = await sealed(contentsOf(), optionsOf({ signer }))
  })

  after(() => rmSync(scratch, { recursive: true, force: true }))

  const offline = (bytes: Uint8Array, ...more: string[]) => {
    const path = join(scratch, 'package.zip')
    writeFileSync(path, bytes)
    try {
      return execFileSync(process.execPath, [verifierPath, path, ...more], { encoding: 'utf8' })
    } catch (error) {
      return (error as { stdout: string }).stdout
    }
  }

  it('names the key that signed it, to both verifiers', async () => {
    const key = keyInUse(signer.history)
    const checked = await verifyPackage(lead.bytes, key.fingerprint.slice(0, 16))
    expect(checked).to.deep.include({ ok: true, problems: [], signedBy: key })
    expect(offline(lead.bytes)).to.include(`Signed with the key ${key.fingerprint}: compare it`)
    expect(offline(lead.bytes, '--key', key.fingerprint)).to.include('as asked')
    for (const file of ['data/limits.md', 'data/VERIFY.md', 'bag-info.txt'])
      expect(lead.text(file)).to.include(key.fingerprint)
    expect(JSON.parse(lead.text('data/lead.json')).signed).to.equal(true)
  })

  it('is the same to the byte when it is built again', async () => {
    expect(await packLead(contentsOf(), optionsOf({ signer }))).to.deep.equal(lead.bytes)
  })

  it('has no bit of its signature or its keys that can be changed unseen', async () => {
    for (const path of [signature, keys]) {
      const bytes = lead.files.get(path) ?? new Uint8Array()
      for (let at = 0; at < bytes.length; at += 3) {
        const files = new Map(lead.files).set(path, flipped(bytes, at, at % 8))
        const { ok } = await verifyPackage(await zipOf(folder, files))
        expect(ok, `${path} at ${at}`).to.equal(false)
      }
    }
  })

  it('lets nothing be changed, taken out, renamed or added', async () => {
    for (const { what, files } of tamperings(lead.files)) {
      const { ok } = await verifyPackage(await zipOf(folder, files))
      expect(ok, what).to.equal(false)
    }
  })

  it('is not what it was without its signature, whoever works out the hashes again', async () => {
    const forged = await zipOf(folder, bagOf(payloadOf(lead.files), infoOf(lead)))
    const { problems } = await verifyPackage(forged)
    expect(problems[0]).to.include('names a signing key, and the signature is missing')
    expect(offline(forged)).to.include('names a signing key, and the signature is missing')
  })

  it('is told from one that somebody else signed, by whoever knows the fingerprint', async () => {
    const other = await openSigner(join(scratch, 'other'), EpochMs.parse(1_773_478_860_000))
    const forged = await packLead(contentsOf(), optionsOf({ signer: other }))
    expect((await verifyPackage(forged)).ok).to.equal(true)
    const asked = keyInUse(signer.history).fingerprint
    const said = `signed with the key ${keyInUse(other.history).fingerprint}, not with ${asked}`
    expect((await verifyPackage(forged, asked)).problems[0]).to.include(said)
    expect(offline(forged, '--key', asked)).to.include(said)
    const bare = (await sealed()).bytes
    expect((await verifyPackage(bare, asked)).problems[0]).to.include('is not signed')
    expect(offline(bare, '--key', asked)).to.include('is not signed')
  })

  it('can be checked with a key that others have followed since', async () => {
    const folderOfKeys = join(scratch, 'rotated')
    const first = await openSigner(folderOfKeys, EpochMs.parse(1_773_478_860_000))
    const old = await packLead(contentsOf(), optionsOf({ signer: first }))
    expect((await verifyPackage(old)).signedBy).to.deep.equal(keyInUse(first.history))
  })
})

function payloadOf(files: Files): Files {
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith('data/'))
      .map(([path, bytes]) => [path.slice('data/'.length), bytes]),
  )
}

function infoOf(lead: Package): [string, string][] {
  return lead
    .text('bag-info.txt')
    .split('\n')
    .filter((line) => line.includes(': ') && !line.startsWith('Payload-Oxum'))
    .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)])
}
