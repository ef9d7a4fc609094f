/**
 * Japanese blocks and Korean lots as they are written short: `1丁目2番3号`, `一丁目2番地3` and `1-2-3` are one, and `123-45번지` is `123-45`. Other text stays as it is: no Chinese address
 * counts blocks (丁目), nor writes 番 between numbers.
 */
export function shortLots(text: string): string {
  if (!isLong.test(text)) return text
  return text
    .replaceAll(chome, (_, block: string) => `${digitOf.get(block) ?? block}-`)
    .replaceAll(/(?<=\d)番地?の?(?=\d)/gu, '-')
    .replaceAll(/(?<=\d)(?:番地?|号|번지)(?![\p{L}\p{N}])/gu, '')
}

const isLong = /丁目\d|\d番地?の?\d|\d번지/u
const chome = /(\d+|[一二三四五六七八九十])丁目(?=\d)/gu
const digitOf: ReadonlyMap<string, string> = new Map(
  [...'一二三四五六七八九']
    .map((digit, at) => [digit, String(at + 1)] as const)
    .concat([['十', '10']]),
)
