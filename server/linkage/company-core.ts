import { withoutLegalForms } from './legal-forms.ts'
import { placeNames } from './place-names.ts'

/** Legal forms and trades that many companies share, English and Chinese, wherever in a name. */
const common = new RegExp(
  '(股份)?有限(责任)?公司|分公司|公司|集团|商行|经营部|门市部|批发部|工作室|个体工商户|网店|贸易|电子商务|商贸|服饰|服装|制衣|针织|皮具|箱包|鞋业|化妆品|日用品|百货|玩具|饰品|体育用品|科技|实业|(加工|工)?厂(?!\\p{Script=Han})|' +
    '\\b(co|ltd|limited|inc|llc|gmbh|group|company|corp|corporation|store|factory|international|trading|' +
    'leather|shoes|garments?|import|export|ecommerce|technology|bags|sports|fashion|works)\\b',
  'gu',
)

/** What stands behind the name of a place, where anything does. */
const rank = '(?:特别行政区|自治区|自治州|地区|[省市州县区])?'
const rankBehind = new RegExp(`${rank}$`, 'u')
const rankBefore = new RegExp(`^${rank}`, 'u')
const longest = Math.max(...[...placeNames].map(({ length }) => length))
const district = /^\p{Script=Han}{2,3}[县区旗](?=\p{Script=Han}{2})/u
/** A core of one Chinese character is none. */
const leastLeft = 2

/**
 * A company's name, folded, without its legal form, its trade and the place that it is registered in: 莆田市荔城区恒达鞋业有限公司 and 恒达鞋业 have one core. The whole where nothing else is left.
 */
export function companyCore(name: string): string {
  const core = withoutLegalForms(
    withoutLegalForms(name).replace(common, ' ').replace(/\s+/gu, ' ').trim(),
  )
  if (core === '') return name
  return /\p{Script=Han}/u.test(core) ? withoutPlaces(core) : core
}

function withoutPlaces(core: string): string {
  const words = core.split(' ')
  const rest = words.filter((word) => !isPlace(word))
  return afterPlaces((rest.length === 0 ? words : rest).join(' '))
}

function isPlace(word: string): boolean {
  return placeNames.has(word) || placeNames.has(word.replace(rankBehind, ''))
}

/** Province, prefecture and city at the beginning, and a county or district behind them. */
function afterPlaces(text: string): string {
  const rest = afterPlace(text)
  if (rest === undefined) return text
  const inside = district.exec(rest)?.[0] ?? ''
  return afterPlaces(rest.slice(inside.length))
}

function afterPlace(text: string): string | undefined {
  for (let length = longest; 2 <= length; length -= 1) {
    if (!placeNames.has(text.slice(0, length))) continue
    const rest = text.slice(length).replace(rankBefore, '')
    if (leastLeft <= rest.length) return rest
  }
  return undefined
}
