/** Characters of the ring's name in a file name at most. */
const nameMost = 60

/**
 * A name for a file that any system takes: date, what it shows, and the ring, of letters, digits and hyphens alone. The date
 * comes first, so that files of one case stand in order.
 */
export function fileName(
  { date, view, ring }: { readonly date: string; readonly view: string; readonly ring: string },
  extension: 'png' | 'svg',
): string {
  const parts = [safe(date), safe(view), [...safe(ring)].slice(0, nameMost).join('')]
  const name = parts.map((part) => part.replace(/^-+|-+$/g, '')).filter((part) => part !== '')
  return `${name.join('-') || 'picture'}.${extension}`
}

function safe(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
}
