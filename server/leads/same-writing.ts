/** Whether two texts are one name: names are typed, so that case, width and spaces tell no two apart. Nothing is the name of nobody. */
export function sameWriting(a: string, b: string): boolean {
  return loose(a) !== '' && loose(a) === loose(b)
}

function loose(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}
