import { createHash } from 'node:crypto'

import { expect } from 'chai'
import { TimeStampReq } from 'pkijs'

import { checkStamp } from '../../../server/leads/stamp/check-stamp.ts'
import { stampRequest } from '../../../server/leads/stamp/request.ts'
import {
  aSigner,
  type Faults,
  policy,
  rejection,
  type Signer,
  serverAuth,
  stampedAt,
  tokenFor,
} from '../../support/stamp-token.ts'

const bytes = new TextEncoder().encode('what the package’s signature covers\n')
const imprint = new Uint8Array(createHash('sha256').update(bytes).digest())
const nonce = Uint8Array.of(0x40, 1, 2, 3, 4, 5, 6, 7)
const request = stampRequest({ imprint, nonce })
const signer = aSigner()
const other = aSigner()

describe('the request for a time stamp', () => {
  it('holds the hash, the nonce, the policy that was asked for, and nothing else', () => {
    const { length } = request
    expect(length).to.be.below(80)
    const read = TimeStampReq.fromBER(stampRequest({ imprint, nonce, policy: '1.2.3.4' }))
    expect(read.messageImprint.hashedMessage.valueBlock.valueHexView).to.deep.equal(imprint)
    expect(read.nonce?.valueBlock.valueHexView).to.deep.equal(nonce)
    expect(read).to.include({ reqPolicy: '1.2.3.4', certReq: true, version: 1 })
    expect(read.extensions).to.equal(undefined)
  })
})

describe('checking a time stamp', () => {
  const reason = (reply: Uint8Array, asked: { policy?: string } | undefined = {}) => {
    const checked = checkStamp(reply, bytes, asked && { nonce, ...asked })
    return 'failed' in checked ? `${checked.failed.reason}: ${checked.failed.detail}` : undefined
  }
  const faulty = (faults: Faults, by: Signer = signer) => reason(tokenFor(request, by, faults))

  it('says what time, authority and policy it states', () => {
    const checked = checkStamp(tokenFor(request, signer), bytes, { nonce })
    expect(checked).to.deep.equal({
      stamp: {
        at: stampedAt,
        accuracyMs: 1_000,
        authority: 'Clock of the Test',
        policy,
        serial: '2a',
        certificate: createHash('sha256').update(signer.certificate).digest('hex'),
      },
    })
  })

  it('takes nobody’s token for another package', () => {
    const elsewhere = new TextEncoder().encode('another package')
    const reply = tokenFor(request, signer)
    expect(checkStamp(reply, elsewhere)).to.have.nested.property(
      'failed.detail',
      'it is of other bytes than those signed here',
    )
    expect(faulty({ imprint: new Uint8Array(32) })).to.include('of other bytes')
  })

  it('takes no token that answers another request, and by no other policy than the one asked for', () => {
    expect(faulty({ nonce: Uint8Array.of(5) })).to.include('its nonce is not the one sent')
    expect(reason(tokenFor(request, signer), { policy: '1.9' })).to.equal(
      `unsound: it was made by the policy ${policy}, not by 1.9`,
    )
  })

  it('takes no token whose signature, digest or certificate is not what it says', () => {
    expect(faulty({ key: other.key })).to.include('does not hold by the certificate inside')
    expect(faulty({ digestOf: bytes })).to.include('changed after it was signed')
    expect(faulty({ names: other.certificate })).to.include('is not inside (ESSCertIDv2)')
    expect(faulty({ inside: [other.certificate] })).to.include('is not inside (ESSCertIDv2)')
    expect(faulty({ inside: [other.certificate, signer.certificate] })).to.equal(undefined)
  })

  it('takes no certificate that is not for time stamps alone, or was not valid then', () => {
    const only = 'is not for time stamps and nothing else'
    expect(faulty({}, aSigner({ usages: [serverAuth] }))).to.include(only)
    expect(faulty({}, aSigner({ usages: ['1.3.6.1.5.5.7.3.8', serverAuth] }))).to.include(only)
    expect(faulty({}, aSigner({ critical: false }))).to.include(only)
    expect(faulty({}, aSigner({ until: '20260101000000Z' }))).to.include(
      'was not valid at the time',
    )
  })

  it('tells a refusal in the words of the standard, with what the authority says beside them', () => {
    expect(reason(rejection(15, 'not\nhere'))).to.equal(
      'rejected: rejection; the requested policy is not supported by the authority (unacceptedPolicy); “not here”',
    )
    expect(reason(rejection(0, ''))).to.include('(badAlg)')
    expect(reason(rejection(14, ''))).to.include('(timeNotAvailable)')
    expect(reason(rejection(3, ''))).to.include('failure 3')
  })

  it('reads nothing into what is no answer at all', () => {
    const reply = tokenFor(request, signer)
    const pieces = [
      new Uint8Array(),
      new TextEncoder().encode('<html>busy</html>'),
      reply.slice(0, -1),
      Uint8Array.of(...reply, 0),
      Uint8Array.of(0x30, 0x80, 0, 0),
      new Uint8Array(5_000).fill(0x30),
    ]
    for (const piece of pieces) expect(reason(piece)).to.match(/^unreadable: /)
  })

  it('says the same of a token with any bit turned, or nothing', () => {
    const reply = tokenFor(request, signer)
    const honest = checkStamp(reply, bytes, { nonce })
    const places = Array.from({ length: reply.length }, (_, at) => at).filter((at) => at % 9 === 0)
    const missed = places.filter((at) => {
      const turned = reply.slice()
      turned[at] = (turned[at] ?? 0) ^ (1 << (at % 8))
      const checked = checkStamp(turned, bytes, { nonce })
      return 'stamp' in checked && JSON.stringify(checked) !== JSON.stringify(honest)
    })
    expect(missed).to.deep.equal([])
  })
})
