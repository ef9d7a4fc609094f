import { createHash, X509Certificate } from 'node:crypto'

import { fromBER } from 'asn1js'
import { type Attribute, Certificate, type SignerInfo } from 'pkijs'

import { hashes } from './algorithms.ts'

/** The certificate of whoever signed a token, in the three forms that its checks need. */
export interface SigningCertificate {
  readonly raw: Uint8Array
  readonly parsed: Certificate
  readonly x509: X509Certificate
}

const attributes = {
  '1.2.840.113549.1.9.16.2.12': 'sha1',
  '1.2.840.113549.1.9.16.2.47': 'sha256',
} as const
const timeStamping = '1.3.6.1.5.5.7.3.8'
const extendedKeyUsage = '2.5.29.37'

/**
 * The certificate inside a token that its signed attributes name: ESSCertIDv2 (RFC 5816), or ESSCertID with SHA-1 (RFC 3161) of older authorities. Which
 * certificate the unsigned part of the token names is not asked, since anybody could have written that.
 */
export function signingCertificate(
  signer: SignerInfo,
  certificates: readonly Uint8Array[],
): SigningCertificate | undefined {
  const named = (signer.signedAttrs?.attributes ?? []).flatMap(certificateHashes)
  if (named.length === 0) return undefined
  const raw = certificates.find((bytes) =>
    named.every(({ hash, digest }) => createHash(hash).update(bytes).digest('hex') === digest),
  )
  return (
    raw && {
      raw,
      parsed: new Certificate({ schema: fromBER(raw).result }),
      x509: new X509Certificate(raw),
    }
  )
}

/** The first certificate of each attribute is the signer's; those after it are of who vouches for him. */
function certificateHashes({ type, values }: Attribute) {
  const usual = attributes[type as keyof typeof attributes]
  if (usual === undefined) return []
  const [first] = childrenOf(childrenOf(values[0])[0])
  const [algorithm, digest] = childrenOf(first)
  const names = digest?.idBlock.tagNumber === 4 ? childrenOf(algorithm) : []
  const bytes = names.length === 0 ? algorithm : digest
  const hash = names.length === 0 ? usual : hashes[textOf(names[0])]
  if (hash === undefined || bytes === undefined) return [{ hash: 'sha256', digest: '' }]
  return [{ hash, digest: Buffer.from(bytes.valueBlock?.valueHexView ?? []).toString('hex') }]
}

interface Block {
  readonly idBlock: { readonly tagNumber: number }
  readonly valueBlock?: {
    readonly value?: unknown
    readonly valueHexView?: Uint8Array
    toString(): string
  }
}

function childrenOf(block: Block | undefined): Block[] {
  const value = block?.valueBlock?.value
  return Array.isArray(value) ? value : []
}

function textOf(block: Block | undefined): string {
  return block?.valueBlock?.toString() ?? ''
}

/** What keeps a certificate from signing time stamps at that moment: RFC 3161, §2.3. */
export function certificateProblems({ parsed, x509 }: SigningCertificate, at: number): string[] {
  const usage = parsed.extensions?.find(({ extnID }) => extnID === extendedKeyUsage)
  const only = x509.keyUsage?.length === 1 && x509.keyUsage[0] === timeStamping
  const valid = Date.parse(x509.validFrom) <= at && at <= Date.parse(x509.validTo)
  return [
    ...(only && usage?.critical === true
      ? []
      : ['the certificate that signed it is not for time stamps and nothing else']),
    ...(valid ? [] : ['the certificate that signed it was not valid at the time it states']),
  ]
}

/** As a certificate names its holder: name, organization, or all that it says. */
export function holderOf({ x509 }: Pick<SigningCertificate, 'x509'>): string {
  const lines = x509.subject.split('\n').map((line) => line.trim())
  const said = ['CN=', 'O='].flatMap((label) =>
    lines.filter((line) => line.startsWith(label)).map((line) => line.slice(label.length)),
  )
  return (0 < said.length ? said : lines).join(', ')
}
