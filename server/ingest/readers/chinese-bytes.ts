/** Of the characters beyond ASCII, so many must be ones that Chinese text is made of; the rest are rare characters of names. */
const leastCommon = 0.8
/** In a file with a name or two beyond ASCII, a rare character among them (two, where it takes four bytes) is no proof against it. */
const fewRare = 2
const plentyOfCharacters = 20_000

/**
 * Whether bytes beyond ASCII are Chinese in GB18030: all of them fit, and nearly all are of its common part.
 */
export async function readsAsChinese(bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
  const counter = chineseCounter()
  for await (const chunk of bytes) {
    counter.take(chunk)
    if (counter.isPlenty()) break
  }
  return counter.isChinese()
}

/**
 * Counts, in bytes read as GB18030 (GB 18030-2022; GB/T 2312-1980 is its common part), characters of the common part. Nearly all Chinese text is of it, while Big5,
 * Shift-JIS and the western encodings read as GB18030 give rare characters, or none at all.
 */
function chineseCounter() {
  let lead = 0
  let common = 0
  let rare = 0
  let broken = false
  const second = (byte: number) => {
    if (isCommon(lead, byte)) common += 1
    else rare += 1
    if (!fitsSecond(byte)) broken = true
    lead = 0
  }
  return {
    take(chunk: Uint8Array) {
      for (const byte of chunk) {
        if (lead !== 0) second(byte)
        else if (0x81 <= byte && byte <= 0xfe) lead = byte
        else if (0x80 <= byte) broken = true
      }
    },
    isPlenty: () => plentyOfCharacters <= common + rare,
    isChinese: () =>
      !broken && 0 < common && (rare <= fewRare || leastCommon <= common / (common + rare)),
  }
}

/** A hanzi of GB/T 2312, or its punctuation and full-width letters. */
function isCommon(lead: number, byte: number): boolean {
  const block = (0xb0 <= lead && lead <= 0xf7) || lead === 0xa1 || lead === 0xa3
  return block && 0xa1 <= byte && byte <= 0xfe
}

/** Digits as second byte begin a character of four bytes, whose second half looks like another of two. */
function fitsSecond(byte: number): boolean {
  return (0x40 <= byte && byte !== 0x7f && byte !== 0xff) || (0x30 <= byte && byte <= 0x39)
}
