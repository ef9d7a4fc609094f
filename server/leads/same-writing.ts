/** Whether two texts are one name: names are typed, so that case, width and spaces tell no two apart. Nothing is the name of nobody. */
export function sameWriting(a: string, b: string): boolean {
  return looseWriting(a) !== '' && looseWriting(a) === looseWriting(b)
}

/** A text as it compares with other writings of the same name. */
export function looseWriting(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}
