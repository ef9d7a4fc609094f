import { createHash } from 'node:crypto'

/** Eight digits that are near those of no other text. */
export function scattered(text: string): string {
  const hash = createHash('sha256').update(text).digest()
  return String(hash.readUInt32BE() % 100_000_000).padStart(8, '0')
}
