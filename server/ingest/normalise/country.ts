import { foldCase, plainText } from '../../domain/plain-text.ts'

/** English and Chinese first: a name that means two countries in two languages is theirs. */
const languages =
  'en zh tr vi ru uk ar fa he hi th ko ja el de fr es pt it nl pl cs sk hu ro bg sr hr da nb sv fi id ms bn'.split(
    ' ',
  )
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Names in everyday use that the locale data writes otherwise. */
const otherNames: readonly [string, string][] = [
  ['USA', 'US'],
  ['UNITED STATES OF AMERICA', 'US'],
  ['GREAT BRITAIN', 'GB'],
  ['ENGLAND', 'GB'],
  ['UAE', 'AE'],
  ['TURKEY', 'TR'],
  ['VIET NAM', 'VN'],
  ['BURMA', 'MM'],
  ['KOREA', 'KR'],
  ['REPUBLIC OF KOREA', 'KR'],
  ['CZECH REPUBLIC', 'CZ'],
  ['IVORY COAST', 'CI'],
  ['MACAU', 'MO'],
  ["PEOPLE'S REPUBLIC OF CHINA", 'CN'],
  ['中华人民共和国', 'CN'],
  ['한국', 'KR'],
  ['السعودية', 'SA'],
  ['الإمارات', 'AE'],
  ['РФ', 'RU'],
  ['Российская Федерация', 'RU'],
  ['США', 'US'],
]

/** Codes that the locale data names although they are groups, tests or unknown. */
const notCountries = /^(EU|EZ|UN|QO|XA|XB|ZZ)$/

/** The ISO 3166-1 alpha-2 code of a country given as code or by its name in one of many languages; undefined when it is neither. */
export function normaliseCountry(typed: string): string | undefined {
  return countries().get(comparable(typed))
}

let byName: ReadonlyMap<string, string> | undefined

/** Built on first use: names come from the Unicode locale data that Node carries. */
function countries(): ReadonlyMap<string, string> {
  byName ??= new Map(
    // The first of equal names counts, which is the last that a map is given.
    [...otherNames, ...languages.flatMap(namesIn)]
      .toReversed()
      .map(([name, code]) => [comparable(name), code]),
  )
  return byName
}

function comparable(name: string): string {
  return foldCase(plainText(name)).replaceAll(/\s+/gu, ' ')
}

/** Pairs of a code or a name, and the code; withdrawn codes such as `FX` and `BU` stand for today's. */
function namesIn(language: string): [string, string][] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  return letters.flatMap((first) =>
    letters.flatMap((second): [string, string][] => {
      const written = first + second
      const name = notCountries.test(written) ? undefined : names.of(written)
      const code = new Intl.Locale(`und-${written}`).region
      if (name === undefined || code === undefined) return []
      const inUse = [name, plainName(name, language)].filter((one) => !isOpen(one))
      return [written, ...inUse].map((one) => [one, code])
    }),
  )
}

/** `Myanmar (Burma)` as Myanmar, `Hong Kong SAR China` as Hong Kong; in other languages what stands in brackets tells one Congo from the other. */
function plainName(name: string, language: string): string {
  if (language !== 'en' && language !== 'zh') return name
  return name.replace(/ ?[(（].*$| SAR China$|^中国(?=..特)|特别行政区$/gu, '')
}

/** Two letters are a code and never a name, as Úc, Australia, would be without its accent; and there are two Congos, of which some languages call one so. */
function isOpen(name: string): boolean {
  return /^(?:[a-z]{2}|congo|kongo)$/.test(comparable(name))
}
