import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

import { TimeStampReq } from 'pkijs'

const names = {
  commonName: '2.5.4.3',
  contentType: '1.2.840.113549.1.9.3',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  extendedKeyUsage: '2.5.29.37',
  messageDigest: '1.2.840.113549.1.9.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  signedData: '1.2.840.113549.1.7.2',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
}
const timeStamping = '1.3.6.1.5.5.7.3.8'
export const serverAuth = '1.3.6.1.5.5.7.3.1'

/** An authority of the test: a key, and the certificate that it gave itself. */
export interface Signer {
  readonly certificate: Uint8Array
  readonly key: KeyObject
}

/** For time stamps alone, and valid from 2020 to 2040, where nothing else is said. */
export function aSigner({
  usages = [timeStamping],
  critical = true,
  until = '20400101000000Z',
} = {}): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = list(set(list(oid(names.commonName), block(0x0c, text('Clock of the Test')))))
  const usage = list(
    oid(names.extendedKeyUsage),
    ...(critical ? [block(0x01, Uint8Array.of(0xff))] : []),
    block(0x04, list(...usages.map(oid))),
  )
  const body = list(
    block(0xa0, number(2)),
    number(7),
    list(oid(names.ecdsaWithSha256)),
    name,
    list(block(0x18, text('20200101000000Z')), block(0x18, text(until))),
    name,
    new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })),
    block(0xa3, list(usage)),
  )
  const signature = block(0x03, Uint8Array.of(0), new Uint8Array(sign('sha256', body, privateKey)))
  return {
    certificate: list(body, list(oid(names.ecdsaWithSha256)), signature),
    key: privateKey,
  }
}

/** What a token does otherwise than an honest authority's. */
export interface Faults {
  readonly nonce?: Uint8Array
  readonly policy?: string
  readonly imprint?: Uint8Array
  /** The bytes that the signed attributes say they are of. */
  readonly digestOf?: Uint8Array
  /** The certificate that the signed attributes name. */
  readonly names?: Uint8Array
  /** The certificates inside. */
  readonly inside?: readonly Uint8Array[]
  /** Signs in place of the key that belongs to the certificate. */
  readonly key?: KeyObject
}

export const policy = '1.2.3.4.1'
/** As the tokens of the test state it. */
export const stampedAt = Date.parse('2026-03-14T12:00:05Z')

/** What an authority answers to a request: RFC 3161, written byte by byte. */
export function tokenFor(
  request: Uint8Array,
  { certificate, key }: Signer,
  faults: Faults = {},
): Uint8Array {
  const { nonce, messageImprint, reqPolicy } = TimeStampReq.fromBER(request)
  const info = list(
    number(1),
    oid(faults.policy ?? reqPolicy ?? policy),
    list(
      list(oid(names.sha256), block(0x05)),
      block(0x04, faults.imprint ?? messageImprint.hashedMessage.valueBlock.valueHexView),
    ),
    number(42),
    block(0x18, text('20260314120005Z')),
    list(number(1)),
    block(0x02, faults.nonce ?? nonce?.valueBlock.valueHexView ?? Uint8Array.of(1)),
  )
  const attributes = [
    list(oid(names.contentType), set(oid(names.tstInfo))),
    list(oid(names.messageDigest), set(block(0x04, hashOf(faults.digestOf ?? info)))),
    list(
      oid(names.signingCertificateV2),
      set(list(list(list(block(0x04, hashOf(faults.names ?? certificate)))))),
    ),
  ]
  const signature = new Uint8Array(sign('sha256', set(...attributes), faults.key ?? key))
  const signer = list(
    number(1),
    list(list(), number(7)),
    list(oid(names.sha256)),
    block(0xa0, ...attributes),
    list(oid(names.ecdsaWithSha256)),
    block(0x04, signature),
  )
  const signed = list(
    number(3),
    set(list(oid(names.sha256))),
    list(oid(names.tstInfo), block(0xa0, block(0x04, info))),
    block(0xa0, ...(faults.inside ?? [certificate])),
    set(signer),
  )
  return list(list(number(0)), list(oid(names.signedData), block(0xa0, signed)))
}

/** An answer without a token; `bit` as PKIFailureInfo counts them. */
export function rejection(bit: number, words: string): Uint8Array {
  const bits = new Uint8Array((bit >> 3) + 1)
  bits[bit >> 3] = 0x80 >> (bit & 7)
  const failure = block(0x03, Uint8Array.of(7 - (bit & 7)), bits)
  return list(list(number(2), list(block(0x0c, text(words))), failure))
}

function list(...parts: readonly Uint8Array[]): Uint8Array {
  return block(0x30, ...parts)
}

function set(...parts: readonly Uint8Array[]): Uint8Array {
  return block(0x31, ...parts)
}

function number(value: number): Uint8Array {
  return block(0x02, Uint8Array.of(value))
}

/** Tag, length and value: ITU-T X.690. */
function block(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const value = Buffer.concat(parts)
  const digits = value.length.toString(16)
  const long = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex')
  const head = value.length < 0x80 ? [tag, value.length] : [tag, 0x80 + long.length, ...long]
  return new Uint8Array(Buffer.concat([Uint8Array.from(head), value]))
}

function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [40 * first + second, ...rest].flatMap((arc) => {
    const sevens = [arc & 0x7f]
    for (let left = arc >> 7; 0 < left; left >>= 7) sevens.unshift(0x80 | (left & 0x7f))
    return sevens
  })
  return block(0x06, Uint8Array.from(bytes))
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}

function hashOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}
