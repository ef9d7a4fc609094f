import type { AddressOrder, AddressPart } from '../domain/address-parts.ts'
import { foldCase } from '../domain/plain-text.ts'
import { normaliseAddress } from './normalise/address.ts'
import { normaliseCountry } from './normalise/country.ts'
import { isRefused } from './normalise/normal.ts'

/** What a row holds of an address, each part as typed; those that are empty are left out. */
export type TypedParts = Readonly<Partial<Record<AddressPart, string>>>

/**
 * One address of its parts: in Chinese from the largest to the smallest without spaces, in any other writing from the smallest to the largest with commas. Whether it is Chinese is told by the row, as one register may hold both. Parts stay
 * as typed; one that the street, or the part beside it, says already is not said twice.
 */
export function putTogether(parts: TypedParts, order: AddressOrder): string {
  const { country: _country, postcode: _postcode, ...local } = parts
  const isChinese = Object.values(local).some((text) => hasHan.test(text))
  return isChinese ? inChinese(parts) : inLines(parts, order)
}

const hasHan = /\p{Script=Han}/u

const regions = ['country', 'province', 'city', 'county', 'district', 'town'] as const

function inChinese(parts: TypedParts): string {
  const { street = '', house = '', unit = '', postcode = '' } = parts
  const line = once(regions.map((part) => nameInChinese(part, parts[part] ?? '')))
  const number = street.endsWith(house) ? '' : house
  const address = behind(line, street) + number + unit
  return postcode === '' ? address : `${address} ${postcode}`
}

/** China is called so in an address in Chinese, whatever a register calls it. */
function nameInChinese(part: AddressPart, typed: string): string {
  return part === 'country' && normaliseCountry(typed) === 'CN' ? '中国' : typed
}

/** Of neighbors of which one begins with the other the longer one: 北京 and 北京市. */
function once(line: readonly string[]): readonly string[] {
  const filled = line.filter((name) => name !== '')
  return filled.filter((name, at) => !filled[at + 1]?.startsWith(name))
}

/** A street behind its regions, whether or not it names some of them itself. */
function behind(line: readonly string[], street: string): string {
  let rest = street
  for (const name of line) {
    if (isWholeName.test(name) && rest.startsWith(name)) rest = rest.slice(name.length)
  }
  return rest === street && saysAll(street, line) ? street : line.join('') + rest
}

/** In whichever way it calls them: 福建莆田荔城… says 福建省, 莆田市 and 荔城区. */
function saysAll(street: string, line: readonly string[]): boolean {
  const [first = ''] = line
  if (first === '' || !street.startsWith(first.slice(0, shortest))) return false
  const [whole, start] = [normaliseAddress(street), normaliseAddress(line.join(''))]
  if (isRefused(whole) || isRefused(start) || start.region === undefined) return false
  return whole.value.startsWith(start.value)
}

/** Characters that no region is called with fewer than. */
const shortest = 2

/** What a region ends with: a name for short may be that of a street, as 长沙路. */
const isWholeName = /(?:[省市区县旗州盟镇乡国]|街道|行政区)$/u

/** Groups of parts, which commas stand between. */
const lines: Readonly<Record<AddressOrder, readonly (readonly AddressPart[])[]>> = {
  en: [
    ...([['house', 'street'], ['unit'], ['town'], ['district'], ['city']] as const),
    ...([['county'], ['province', 'postcode'], ['country']] as const),
  ],
  de: [
    ...([['street', 'house'], ['unit'], ['postcode', 'city'], ['town'], ['district']] as const),
    ...([['county'], ['province'], ['country']] as const),
  ],
}

function inLines(parts: TypedParts, order: AddressOrder): string {
  const { street = '' } = parts
  const further = street.split(',').slice(1).join(' ')
  const said: string[] = []
  const isNew = (part: AddressPart, text: string) => {
    if (part === 'street') return true
    if (part === 'house' && holds(street, text)) return false
    const isTold = holds(further, text) || wordsOf(said.at(-1) ?? '') === wordsOf(text)
    if (!isTold) said.push(text)
    return !isTold
  }
  return lines[order]
    .map((group) =>
      group
        .map((part) => [part, parts[part] ?? ''] as const)
        .filter(([part, text]) => text !== '' && isNew(part, text))
        .map(([, text]) => text)
        .join(' '),
    )
    .filter((text) => text !== '')
    .join(', ')
}

function holds(text: string, part: string): boolean {
  return ` ${wordsOf(text)} `.includes(` ${wordsOf(part)} `)
}

function wordsOf(text: string): string {
  return foldCase(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
