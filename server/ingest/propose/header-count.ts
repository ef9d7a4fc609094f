/** What tells one of several columns from the others: a number behind it, or a word before it that says that there is another. */
const numbered = /^(.*[^\d\s_.#-])[\s_.#-]*(?:no\.?\s*)?[（(]?(?:[1-9]|[一二三四五])[)）]?$/iu
const another =
  /^(?:备用|其他|其它|另一|第[二三四五]|次要|(?:second|secondary|third|other|another|alternate|alternative|additional|backup|zweite[rs]?|weitere[rs]?|andere[rs]?)\b[\s_-]*)(.+)$/iu

/** A header without what tells it from others that are called alike; undefined where nothing does. */
export function withoutCount(header: string): string | undefined {
  const text = header.normalize('NFKC').trim()
  const found = numbered.exec(text)?.[1] ?? another.exec(text)?.[1]
  return found === undefined || found.trim() === '' ? undefined : found.trim()
}
