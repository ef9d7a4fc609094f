const digits = 7

/** The id of the shop at a position of the world's files, counted from 0. */
export function shopId(position: number): string {
  return `s${String(position + 1).padStart(digits, '0')}`
}
