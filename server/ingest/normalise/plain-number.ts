import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  Metadata,
} from 'libphonenumber-js/max'

/** What the library knows of a country's numbers and its types do not tell. */
interface NumberingPlan {
  IDDPrefix(): string | undefined
  nationalPrefixForParsing(): string | undefined
  nationalNumberPattern(): string
  type(name: string): NumberType | undefined
}

interface NumberType {
  pattern(): string
  possibleLengths(): readonly number[] | undefined
}

const types = [
  'FIXED_LINE',
  'MOBILE',
  'PREMIUM_RATE',
  'TOLL_FREE',
  'SHARED_COST',
  'VOIP',
  'PERSONAL_NUMBER',
  'PAGER',
  'UAN',
  'VOICEMAIL',
]

/**
 * Reads numbers that are written in their plainest form, as most in a table are: digits that are valid in the region as they stand, with or without its `+` and calling code.
 * It gives what the library gives, from the library's own patterns, compiled once; the library compiles them anew for each number, which takes fifty times as long.
 * Undefined for a number that has to be looked at more closely: a prefix may have to come off, or its calling code is shared by several countries.
 */
export function plainNumberReader(region: CountryCode): (text: string) => string | undefined {
  const calling = getCountryCallingCode(region)
  const sharing = getCountries().filter((country) => getCountryCallingCode(country) === calling)
  if (1 < sharing.length) return () => undefined
  const { prefixed, valid } = patternsOf(region)
  const international = `+${calling}`
  return (text) => {
    const isWhole = text.startsWith(international)
    const national = isWhole ? text.slice(international.length) : text
    if (!digits.test(national) || prefixed?.test(national)) return undefined
    if (!isWhole && national.startsWith(calling)) return undefined
    return valid.some(({ pattern, lengths }) => {
      return (lengths === undefined || lengths.includes(national.length)) && pattern.test(national)
    })
      ? international + national
      : undefined
  }
}

const digits = /^\d{5,15}$/

function patternsOf(region: CountryCode) {
  const metadata = new Metadata()
  metadata.selectNumberingPlan(region)
  // The types tell of lengths alone; a test holds what is read here to the library's own answers.
  const plan = metadata.numberingPlan as unknown as NumberingPlan
  const prefixes = [plan.IDDPrefix(), plan.nationalPrefixForParsing()].filter(Boolean)
  const general = plan.nationalNumberPattern()
  return {
    prefixed: prefixes.length === 0 ? undefined : new RegExp(`^(?:${prefixes.join('|')})`),
    valid: types.flatMap((name) => {
      const type = plan.type(name)
      const pattern = type?.pattern()
      if (type === undefined || !pattern) return []
      return [
        {
          pattern: new RegExp(`^(?=(?:${general})$)(?:${pattern})$`),
          lengths: type.possibleLengths(),
        },
      ]
    }),
  }
}
