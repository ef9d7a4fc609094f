/** A probability as people read it: two digits, and never a certainty that rounding made. */
export function probabilityText(probability: number): string {
  if (probability < 1 && 0.995 <= probability) return '>0.99'
  if (0 < probability && probability < 0.005) return '<0.01'
  return probability.toFixed(2)
}

/** Bits with their sign and one digit: `+9.1`, `−0.4`. */
export function bitsText(bits: number): string {
  const digits = Math.abs(bits).toFixed(1)
  if (digits === '0.0') return '0.0'
  return `${bits < 0 ? '−' : '+'}${digits}`
}

/** A time as a lead prints it, always in UTC. */
export function timeText(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** A number with its English noun: `1 shop`, `3 shops`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** A size as people read it, with a digit behind the point from a thousand bytes on: `512 B`, `1.2 MB`. */
export function bytesText(bytes: number): string {
  const power = bytes < 1_000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
  if (power === 0) return `${bytes} B`
  return `${(bytes / 1_000 ** power).toFixed(1)} ${['B', 'kB', 'MB', 'GB'][power]}`
}
