import { plainText } from './text.ts'

const languages = ['en', 'zh']
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
]

/** Codes that the locale data names although they are groups, tests or unknown. */
const notCountries = /^(EU|EZ|UN|QO|XA|XB|ZZ)$/

/** The ISO 3166-1 alpha-2 code of a country given as code or by its English or Chinese name; undefined when it is neither. */
export function normaliseCountry(typed: string): string | undefined {
  const text = plainText(typed).toUpperCase()
  return countries().get(text)
}

let byName: ReadonlyMap<string, string> | undefined

/** Built on first use: names come from the Unicode locale data that Node carries. */
function countries(): ReadonlyMap<string, string> {
  byName ??= new Map([...languages.flatMap(namesIn), ...otherNames])
  return byName
}

/** Pairs of a code or a name in capitals, and the code; withdrawn codes such as `FX` and `BU` stand for today's. */
function namesIn(language: string): [string, string][] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  return letters.flatMap((first) =>
    letters.flatMap((second): [string, string][] => {
      const written = first + second
      const name = notCountries.test(written) ? undefined : names.of(written)
      const code = new Intl.Locale(`und-${written}`).region
      if (name === undefined || code === undefined) return []
      return [
        [written, code],
        [name.toUpperCase(), code],
        [plainName(name).toUpperCase(), code],
      ]
    }),
  )
}

/** `Myanmar (Burma)` as Myanmar, `Hong Kong SAR China` as Hong Kong. */
function plainName(name: string): string {
  return name.replace(/ ?[(（].*$| SAR China$|^中国(?=..特)|特别行政区$/gu, '')
}
