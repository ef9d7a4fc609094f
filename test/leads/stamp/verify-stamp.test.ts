import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { expect } from 'chai'

import { EpochMs } from '../../../server/domain/units.ts'
import { openSigner } from '../../../server/jobs/signing-key.ts'
import { stampRequest } from '../../../server/leads/stamp/request.ts'
import { signedList } from '../../../server/leads/stamp/signed-list.ts'
import { verifyPackage } from '../../../server/leads/verify.ts'
import { report } from '../../support/availability.ts'
import { hasOpenssl } from '../../support/stamp-authority.ts'
import { aSigner, type Faults, tokenFor } from '../../support/stamp-token.ts'
import { contentsOf, optionsOf, verifierPath } from '../contents.ts'
import { type Package, sealed } from '../package.ts'
import { flipped, folder } from '../tampering.ts'

const nonce = Uint8Array.of(0x40, 1, 2, 3, 4, 5, 6, 7)
const signer = aSigner()

describe('a package with a time stamp beside it', () => {
  let scratch: string
  let lead: Package
  let list: Uint8Array

  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'revenant-stamped-'))
    const key = await openSigner(join(scratch, 'keys'), EpochMs.parse(1_773_478_860_000))
    lead = await sealed(contentsOf(), optionsOf({ signer: key }))
    list = lead.files.get('tagmanifest-sha512.txt') ?? new Uint8Array()
    writeFileSync(join(scratch, 'lead.zip'), lead.bytes)
  })
  after(() => rmSync(scratch, { recursive: true, force: true }))

  const imprint = async () => new Uint8Array(await crypto.subtle.digest('SHA-256', list.slice()))
  const stamp = async (faults: Faults = {}, by = signer) =>
    tokenFor(stampRequest({ imprint: await imprint(), nonce }), by, faults)
  const offline = (token: Uint8Array | undefined, ...more: string[]) => {
    const path = join(scratch, 'lead.tsr')
    rmSync(path, { force: true })
    if (token !== undefined) writeFileSync(path, token)
    const args = [verifierPath, join(scratch, 'lead.zip'), ...more]
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    return { status, stdout }
  }

  it('gives the bytes that its signature covers, in whatever pieces it is read', async () => {
    for (const size of [7, 4_096, lead.bytes.length]) {
      async function* pieces() {
        for (let at = 0; at < lead.bytes.length; at += size) yield lead.bytes.slice(at, at + size)
      }
      if (size === 7 && 3_000_000 < lead.bytes.length) continue
      expect((await signedList(pieces())).bytes).to.deep.equal(list)
    }
  })

  it('is said to have one, by whom and of what time, and that trust is the reader’s to settle', async () => {
    const checked = await verifyPackage(lead.bytes, undefined, await stamp())
    expect(checked.stamp).to.include({
      authority: 'Clock of the Test',
      at: Date.parse('2026-03-14T12:00:05Z'),
      of: `${folder}/tagmanifest-sha512.txt`,
    })
    const { status, stdout } = offline(await stamp())
    expect(status).to.equal(0)
    expect(stdout).to.include('TIME STAMP: 2026-03-14T12:00:05.000Z, by Clock of the Test')
    expect(stdout).to.include('is yours to check')
    expect(stdout).to.include(`openssl ts -verify -data ${folder}/tagmanifest-sha512.txt -in `)
  })

  it('is said to have none where none lies there', () => {
    const { status, stdout } = offline(undefined)
    expect(status).to.equal(0)
    expect(stdout).to.include('There is no time stamp')
    expect(offline(undefined, '--stamp', join(scratch, 'gone.tsr')).status).to.equal(1)
  })

  it('stands for nothing when it is of other bytes, badly signed or by a certificate for something else', async () => {
    const other = aSigner()
    const bad: [string, Uint8Array][] = [
      ['of other bytes', await stamp({ imprint: new Uint8Array(32) })],
      ['does not hold', await stamp({ key: other.key })],
      ['was changed after', await stamp({ digestOf: list })],
      ['is not inside', await stamp({ names: other.certificate })],
      ['is not inside', await stamp({ inside: [] })],
      ['not for time stamps', await stamp({}, aSigner({ usages: ['1.3.6.1.5.5.7.3.1'] }))],
      ['not valid at the time', await stamp({}, aSigner({ until: '20260101000000Z' }))],
      ['', new TextEncoder().encode('<html>')],
    ]
    for (const [why, token] of bad) {
      const { problems, ok } = await verifyPackage(lead.bytes, undefined, token)
      expect(ok, why).to.equal(false)
      expect(problems[0]).to.include(`time stamp`).and.include(why)
      const { status, stdout } = offline(token)
      expect(status, why).to.equal(1)
      expect(stdout).to.include(why).and.not.include('TIME STAMP:')
    }
  })

  it('is told the same by both verifiers, whichever bit of it is turned', async () => {
    const token = await stamp()
    const places = Array.from({ length: 16 }, (_, place) => Math.floor((place * token.length) / 16))
    const differing: number[] = []
    for (const at of places) {
      const turned = flipped(token, at, at % 8)
      const { ok } = await verifyPackage(lead.bytes, undefined, turned)
      const { status, stdout } = offline(turned)
      const said = stdout.includes('2026-03-14T12:00:05.000Z, by Clock of the Test')
      if (ok !== (status === 0) || (status === 0) !== said) differing.push(at)
    }
    expect(differing).to.deep.equal([])
  })

  if (hasOpenssl())
    it('agrees with OpenSSL: of its tokens, and in the command that the verifiers name', async () => {
      const at = (name: string) => join(scratch, name)
      const openssl = (...args: string[]) =>
        execFileSync('openssl', args, { cwd: scratch, stdio: 'pipe', encoding: 'utf8' })
      writeFileSync(at('tsa.cnf'), authorityConfig)
      openssl(...newKey, ...['-keyout', 'tsa.key', '-out', 'tsa.pem', '-extensions', 'ext'])
      writeFileSync(at('q.tsq'), stampRequest({ imprint: await imprint(), nonce }))
      openssl('ts', '-reply', ...['-config', 'tsa.cnf', '-queryfile', 'q.tsq', '-out', 'lead.tsr'])
      const file = join(folder, 'tagmanifest-sha512.txt')
      mkdirSync(at(dirname(file)), { recursive: true })
      writeFileSync(at(file), list)
      const told = spawnSync(process.execPath, [verifierPath, at('lead.zip')], {
        encoding: 'utf8',
        cwd: scratch,
      }).stdout
      expect(told).to.include('by OpenSSL 时间; its signature holds')
      const command = /^openssl (ts -verify .*)$/m.exec(told)?.[1] ?? ''
      const args = command.replace('AUTHORITY.pem', 'tsa.pem').split(' ')
      expect(openssl(...args)).to.include('Verification: OK')
    })
  else report('time stamps of OpenSSL', 'there is no openssl 3 on this machine')
})

const newKey = [
  ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-utf8'],
  ...['-subj', '/CN=OpenSSL 时间', '-config', 'tsa.cnf'],
]
const authorityConfig = `[req]
distinguished_name = name
[name]
[ext]
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = own
[own]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
certs = tsa.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
`
