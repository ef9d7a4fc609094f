/**
 * Writes `data/mobile-homes.csv` beside this file: `node --import tsx datasets/phone-regions/make-phone-regions.ts PHONENUMBERS`, where PHONENUMBERS is the folder `phonenumbers` of the unpacked
 * package of that name, 9.0.43. The same bytes every time.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { provinceOf } from '../../server/domain/province.ts'

const [, , phonenumbers = ''] = process.argv

/** Home regions are given out by the first seven digits of a number. */
const homeDigits = 7

interface Entry {
  /** Three to seven first digits of a number within China. */
  readonly prefix: string
  /** GB/T 2260. */
  readonly province: string
}

/** ` '861391200':{'en': 'Xuzhou, Jiangsu', 'zh': u('\u6c5f\u82cf')},` */
const line = /^ '86(1[3-9]\d{1,5})':\{.*'zh': u\('([^']+)'\)/gm

function entries(): Entry[] {
  const folder = join(phonenumbers, 'geodata')
  const files = readdirSync(folder).filter((file) => /^data\d+\.py$/.test(file))
  return files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(line)].map(([, prefix = '', name]) => {
      const place = String(JSON.parse(`"${name}"`))
      const province = provinceOf('', place)?.code
      if (province === undefined) throw new Error(`${place} (${prefix}) is in no province`)
      return { prefix, province }
    }),
  )
}

/** What each seven digits are told by: the longest prefix of them that is listed. */
function homes(): Map<number, Entry> {
  const told = new Map<number, Entry>()
  for (const entry of entries().toSorted((a, b) => a.prefix.length - b.prefix.length)) {
    const numbers = 10 ** (homeDigits - entry.prefix.length)
    const first = Number(entry.prefix) * numbers
    for (let number = first; number < first + numbers; number += 1) told.set(number, entry)
  }
  return told
}

const seriesOf = (number: number) => Math.floor(number / 10_000)

/**
 * The published file calls ten prefixes by their common beginning, also where fewer than ten were known: of `173` it knows nothing but that one of them is in Beijing. So five digits count only in a series
 * (`139`) of whose 10,000 prefixes it knows 99 % by five digits or more, and fewer never do.
 */
function known(told: ReadonlyMap<number, Entry>): [number, Entry][] {
  const listed = new Map<number, number>()
  for (const [number, { prefix }] of told) {
    if (prefix.length < 5) continue
    listed.set(seriesOf(number), (listed.get(seriesOf(number)) ?? 0) + 1)
  }
  const isWhole = (number: number) => 9_900 <= (listed.get(seriesOf(number)) ?? 0)
  return [...told].filter(
    ([number, { prefix }]) => 6 <= prefix.length || (prefix.length === 5 && isWhole(number)),
  )
}

interface Run {
  readonly from: number
  to: number
  readonly province: string
}

const runs: Run[] = []
for (const [number, { province }] of known(homes()).toSorted(([a], [b]) => a - b)) {
  const last = runs.at(-1)
  if (last?.to === number - 1 && last.province === province) last.to = number
  else runs.push({ from: number, to: number, province })
}
writeFileSync(
  join(import.meta.dirname, 'data', 'mobile-homes.csv'),
  `from,to,province\n${runs.map(({ from, to, province }) => `${from},${to},${province}`).join('\n')}\n`,
)
