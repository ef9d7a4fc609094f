import { headerWord, isWordFor } from './field-words.ts'

/**
 * What headers say beside a word, as {@link headerWord} writes it: whose it is, that it is a name, or what it is counted in. Only what does not change which field is meant: the telephone
 * of a buyer is none of the shop's, and where a company is registered is not where it sends from.
 */
const before =
  'seller shop store merchant vendor contact infringing infringed suspected suspect main current 侵权 被侵权 涉案 涉嫌 涉假 嫌疑 商品 产品 店铺 网店 卖家 商家 商户 经营者 店主 主营 所属 绑定 常用 实际 当前 客服 联系人'.split(
    ' ',
  )
const after = 'name names list 姓名 名称 名字 全称 信息 列表 元 人民币 rmb cny'.split(' ')

/** Whether a header holds a word for the field and nothing that would make another of it: 经营者姓名 holds 经营者, and 侵权品牌 holds 品牌. */
export function holdsWordFor(field: string, header: string): boolean {
  return bared(headerWord(header)).some(
    (word) => word === headerWord(field) || isWordFor(field, word),
  )
}

/** What is left of a header without what stands before, behind or on both sides of it; never nothing. */
function bared(word: string): readonly string[] {
  const starts = ['', ...before.filter((own) => word.startsWith(own))]
  const ends = ['', ...after.filter((own) => word.endsWith(own))]
  return starts.flatMap((start) =>
    ends.flatMap((end) => {
      const left = word.length - start.length - end.length
      return 0 < left && left < word.length ? [word.slice(start.length, start.length + left)] : []
    }),
  )
}
