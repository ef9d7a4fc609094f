import { BaseBlock, fromBER } from 'asn1js'
import { type ContentInfo, SignedData, TimeStampResp, TSTInfo } from 'pkijs'

import { isDer } from './der.ts'
import { rejectionWords } from './failure-words.ts'

/** A token as it was read, nothing of it believed yet. */
export interface Token {
  readonly signed: SignedData
  readonly info: TSTInfo
  /** The bytes of `info`, which are what was signed. */
  readonly content: Uint8Array
  /** Every certificate inside, byte for byte. */
  readonly certificates: readonly Uint8Array[]
}

export type ReadReply =
  | { readonly token: Token }
  | { readonly reason: 'unreadable' | 'rejected'; readonly detail: string }

const signedDataOid = '1.2.840.113549.1.7.2'
export const tstInfoOid = '1.2.840.113549.1.9.16.1.4'

/** Reads what an authority answered: RFC 3161, §2.4.2. Only DER is taken, so that the small verifier reads the same. */
export function readReply(bytes: Uint8Array): ReadReply {
  try {
    if (!isDer(bytes)) return unreadable('it is not DER')
    const { status, timeStampToken } = new TimeStampResp({ schema: fromBER(bytes).result })
    if (1 < status.status) return { reason: 'rejected', detail: rejectionWords(status) }
    return timeStampToken === undefined
      ? unreadable('it grants a time stamp and holds none')
      : { token: tokenOf(timeStampToken) }
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error))
  }
}

function tokenOf({ contentType, content }: ContentInfo): Token {
  if (contentType !== signedDataOid) throw new Error('its token is not signed data')
  const signed = new SignedData({ schema: content })
  const { eContentType, eContent } = signed.encapContentInfo
  if (eContentType !== tstInfoOid || eContent === undefined)
    throw new Error('its token holds no TSTInfo')
  const bytes = new Uint8Array(eContent.getValue())
  if (!isDer(bytes)) throw new Error('its TSTInfo is not DER')
  return {
    signed,
    info: new TSTInfo({ schema: fromBER(bytes).result }),
    content: bytes,
    certificates: certificatesOf(content),
  }
}

/** As they were sent: written again by a library, a certificate might have another hash. */
function certificatesOf(content: BaseBlock): Uint8Array[] {
  const list = partsOf(content).find(
    ({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0,
  )
  return list === undefined
    ? []
    : partsOf(list).map(({ valueBeforeDecodeView }) => valueBeforeDecodeView.slice())
}

function partsOf(block: BaseBlock): BaseBlock[] {
  const { valueBlock } = block
  return 'value' in valueBlock && Array.isArray(valueBlock.value)
    ? valueBlock.value.filter((part): part is BaseBlock => part instanceof BaseBlock)
    : []
}

function unreadable(detail: string): ReadReply {
  return { reason: 'unreadable', detail }
}
