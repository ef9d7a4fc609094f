import type { PKIStatusInfo } from 'pkijs'

/** PKIFailureInfo by bit, in the words of RFC 3161, §2.4.2. */
const failures: Readonly<Record<number, string>> = {
  0: 'unrecognized or unsupported algorithm (badAlg)',
  2: 'transaction not permitted or supported (badRequest)',
  5: 'the data submitted has the wrong format (badDataFormat)',
  14: "the authority's time source is not available (timeNotAvailable)",
  15: 'the requested policy is not supported by the authority (unacceptedPolicy)',
  16: 'the requested extension is not supported by the authority (unacceptedExtension)',
  17: 'the additional information requested could not be understood or is not available (addInfoNotAvailable)',
  25: 'the request cannot be handled due to system failure (systemFailure)',
}

/** PKIStatus, where no token comes with it. */
const statuses: Readonly<Record<number, string>> = {
  2: 'rejection',
  3: 'waiting',
  4: 'revocation warning',
  5: 'revocation notification',
}

const longestWords = 300

/** Why an authority gave no token: its status, the failures it names, and what it says beside them. */
export function rejectionWords({ status, statusStrings, failInfo }: PKIStatusInfo): string {
  const bits = failInfo === undefined ? [] : bitsOf(failInfo.valueBlock.valueHexView)
  const named = bits.map((bit) => failures[bit] ?? `failure ${bit}`)
  const said = (statusStrings ?? []).map((text) => plain(text.valueBlock.value))
  return [
    statuses[status] ?? `status ${status}`,
    ...named,
    ...said.filter((text) => text !== '').map((text) => `“${text}”`),
  ].join('; ')
}

function bitsOf(bytes: Uint8Array): number[] {
  return Array.from({ length: 8 * bytes.length }, (_, bit) => bit).filter(
    (bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0,
  )
}

/** In one line, and no longer than anybody reads. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, longestWords)
}
