import type { RecordKind } from '../../domain/record.ts'
import { fieldsWithWord } from './field-words.ts'
import { withoutFiller } from './filler-words.ts'
import { formsOf } from './header-forms.ts'
import { isNoun, saidOfSomebody } from './whose-words.ts'

/**
 * What headers say beside a word: whose it is where that is the shop's, that it is a name, or what it is counted in. Only what does not change which field is meant: whose else something may be is in `whose-words`.
 */
const before =
  'seller shop store merchant vendor listing product item account infringing infringed suspected suspect main current 侵权 被侵权 涉案 涉嫌 涉假 嫌疑 被举报 被投诉 商品 产品 店铺 网店 卖家 商家 商户 主营 所属 绑定 常用 实际 当前 联系方式 verkaufer handler anbieter'.split(
    ' ',
  )
const after = 'name names list 姓名 名称 名字 全称 信息 列表 元 人民币 rmb cny eur usd'.split(' ')

/**
 * The fields of rows of a kind that a header holds a word for, where nothing else in it makes another of them: 侵权品牌 holds 品牌, and 经营者姓名 is the name of who runs the shop. The more of the header a word is, the
 * surer it is: 涉案店铺名称 is the name of a shop, and no 店铺.
 */
export function fieldsHeldIn(kind: RecordKind, header: string): readonly string[] {
  const words = formsOf(header).flatMap((form) => [form, ...bared(form)])
  for (const word of words) {
    const fields = fieldsOfWord(kind, word)
    if (fields !== undefined) return fields
  }
  return isOfStranger(kind, header) ? [] : fieldsAtEnd(header)
}

/** None where a word speaks of somebody whom the kind has no field for; undefined where it says nothing that is known. */
function fieldsOfWord(kind: RecordKind, word: string): readonly string[] | undefined {
  const said = saidOfSomebody(kind, word)
  if (said !== undefined) return said.field === undefined ? [] : [said.field]
  const fields = fieldsWithWord(word)
  return fields.length === 0 ? undefined : fields
}

/** Of a header of several words, those that its end is a word for and that nobody else can have: 案发网点 开店日期 is when the shop opened, and 案发网点 电话 may be anybody's. */
function fieldsAtEnd(header: string): readonly string[] {
  const words = header.split(/\s+/u)
  const ends = words.slice(1).map((_, at) => words.slice(at + 1))
  for (const end of ends) {
    const word = end.join('')
    const isLong = 1 < end.length || /\p{Script=Han}{2}/u.test(word)
    const fields = formsOf(end.join(' ')).flatMap(fieldsWithWord)
    if (isLong && 0 < fields.length) return formsOf(word).some(isNoun) ? [] : fields
  }
  return []
}

/** Whether a header speaks of somebody that rows of the kind have no place for: the telephone of a buyer is none of the shop's, whatever it looks like. */
export function isOfStranger(kind: RecordKind, header: string): boolean {
  return formsOf(header)
    .flatMap(withoutStarts)
    .some((word) => saidOfSomebody(kind, word)?.isStranger)
}

/** Whether a word is only said beside others. */
export function isBeside(word: string): boolean {
  return before.includes(word)
}

/** What is left of a word without what stands before, behind or on both sides of it, longest first; never nothing. */
function bared(word: string): readonly string[] {
  const starts = withoutStarts(word)
  const ends = starts.flatMap((part) =>
    after.flatMap((end) =>
      part.endsWith(end) && end.length < part.length ? [part.slice(0, -end.length)] : [],
    ),
  )
  const all = [...starts, ...ends].filter((part) => part !== word)
  return all.toSorted((a, b) => b.length - a.length)
}

/** The word, and what is left as one start after another is taken off. */
function withoutStarts(word: string): readonly string[] {
  const starts = before.filter((start) => word.startsWith(start) && start.length < word.length)
  const rest = [
    withoutFiller(word),
    ...starts.map((start) => withoutFiller(word.slice(start.length))),
  ]
  return [word, ...rest.filter((part) => part !== word).flatMap(withoutStarts)]
}
