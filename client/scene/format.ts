/** Bits with their sign: what speaks against is marked by a true minus. */
export function bitsText(bits: number): string {
  const size = Math.abs(bits).toFixed(1)
  if (size === '0.0') return '0.0'
  return bits < 0 ? `−${size}` : `+${size}`
}

/** The three steps of the probability ramp, by name of their token. */
export function probabilityStep(probability: number): 'p0' | 'p50' | 'p80' | 'p95' {
  if (probability >= 0.95) return 'p95'
  if (probability >= 0.8) return 'p80'
  return probability >= 0.5 ? 'p50' : 'p0'
}

/** A node's key without its prefix, decoded, as people write it: `platform / id`. */
export function referenceText(key: string): string {
  return key
    .slice(key.indexOf(':') + 1)
    .split('/')
    .map(decoded)
    .join(' / ')
}

/** Bytes in the unit a person would choose. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kibibytes = bytes / 1024
  if (kibibytes < 1024) return `${kibibytes.toFixed(1)} KiB`
  const mebibytes = kibibytes / 1024
  return mebibytes < 1024 ? `${mebibytes.toFixed(1)} MiB` : `${(mebibytes / 1024).toFixed(1)} GiB`
}

/** A moment as local `2026-03-14 09:22`. */
export function momentText(at: number): string {
  const date = new Date(at)
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('-')
  return `${day} ${clockText(at)}`
}

/** A moment as local `09:22`. */
export function clockText(at: number): string {
  const date = new Date(at)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** A part that is not percent-encoded text is shown as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
