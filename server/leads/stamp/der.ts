const constructed = 0x20
const manyBytes = 0x80
const longTag = 0x1f

/**
 * Whether bytes are blocks of tag, length and value that lie within one another without a gap, each length written in its one shortest way.
 * Source: ITU-T X.690, §8.1 and §10.1; nothing of tags above 30, which no time stamp has.
 */
export function isDer(bytes: Uint8Array, start = 0, end = bytes.length): boolean {
  let at = start
  while (at < end) {
    const block = blockAt(bytes, at, end)
    if (block === undefined) return false
    const isList = ((bytes[at] ?? 0) & constructed) !== 0
    if (isList && !isDer(bytes, block.from, block.to)) return false
    at = block.to
  }
  return true
}

interface Block {
  /** Where its value begins. */
  readonly from: number
  /** Where the next one would begin. */
  readonly to: number
}

function blockAt(bytes: Uint8Array, at: number, end: number): Block | undefined {
  const [tag = longTag, first = manyBytes] = bytes.subarray(at, Math.min(at + 2, end))
  if ((tag & longTag) === longTag) return undefined
  const count = first < manyBytes ? 0 : first - manyBytes
  const from = at + 2 + count
  if (first === manyBytes || 4 < count || end < from) return undefined
  const long = bytes.subarray(at + 2, from).reduce((sum, byte) => 256 * sum + byte, 0)
  const length = count === 0 ? first : long
  const isShortest = count === 0 || (manyBytes <= long && 256 ** (count - 1) <= long)
  const to = from + length
  return isShortest && to <= end ? { from, to } : undefined
}
