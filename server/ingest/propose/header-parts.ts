import type { RecordKind } from '../../domain/record.ts'
import { fieldsOf } from '../fields.ts'
import { fieldsWithWord, headerWord } from './field-words.ts'
import { withoutFiller } from './filler-words.ts'
import { foreignStrangers } from './foreign-words.ts'
import { withoutCount } from './header-count.ts'
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
 * The fields of rows of a kind that a header holds a word for, where nothing else in it makes another of them: 侵权品牌 holds 品牌, and 经营者姓名 is the name of who runs the shop. The end of a header that tells by itself whose it
 * is says more than the group that it stands in, and the more of a header a word is, the surer it is: 涉案店铺名称 is the name of a shop, and no 店铺.
 */
export function fieldsHeldIn(kind: RecordKind, header: string): readonly string[] {
  if (isOfStranger(kind, header)) return []
  return fieldsAtEnd(kind, header) ?? fieldsInWhole(kind, header) ?? []
}

/** Of a header of several words, 主体信息 店铺名称; undefined where its end may be anybody's, as a name or a telephone. Chinese is written without spaces, so that one word is an end there; in other languages it takes two. */
function fieldsAtEnd(kind: RecordKind, header: string): readonly string[] | undefined {
  const words = header.split(/\s+/u)
  for (let start = 1; start < words.length; start += 1) {
    const end = words.slice(start).join(' ')
    const isWhole = start + 1 < words.length || /\p{Script=Han}{2}/u.test(end)
    if (!isWhole || formsOf(end).some(isNoun)) continue
    const fields = fieldsInWhole(kind, end)
    if (fields !== undefined) return fields
  }
  return undefined
}

function fieldsInWhole(kind: RecordKind, header: string): readonly string[] | undefined {
  const words = formsOf(header).flatMap((form) => [form, ...bared(form)])
  for (const word of words) {
    const fields = fieldsOfWord(kind, word)
    if (fields !== undefined) return fields
  }
  return undefined
}

/** None where a word speaks of somebody whom the kind has no field for; undefined where it says nothing that is known. */
function fieldsOfWord(kind: RecordKind, word: string): readonly string[] | undefined {
  const said = saidOfSomebody(kind, word)
  if (said?.isStranger) return []
  if (said?.field !== undefined) return [said.field]
  const fields = fieldsWithWord(word)
  return fields.length === 0 && said === undefined ? undefined : fields
}

/** Whether a header speaks of somebody that rows of the kind have no place for: the telephone of a buyer is none of the shop's, whatever it looks like. */
export function isOfStranger(kind: RecordKind, header: string): boolean {
  if (namesStranger(kind, header)) return true
  return [header, withoutCount(header) ?? header]
    .flatMap(formsOf)
    .flatMap(withoutStarts)
    .some((word) => saidOfSomebody(kind, word)?.isStranger)
}

const strangers = new Set(foreignStrangers.map(headerWord))

/** In languages that say first what is meant and then whose it is: `Téléphone de l'acheteur`. */
function namesStranger(kind: RecordKind, header: string): boolean {
  const isFieldItself = fieldsWithWord(headerWord(header)).some((own) => own in fieldsOf[kind])
  const parts = header.split(/[^\p{L}\p{M}]+/u).map(headerWord)
  return !isFieldItself && parts.some((part) => strangers.has(part))
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
