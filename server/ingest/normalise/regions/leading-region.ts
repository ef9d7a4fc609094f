import type { RegionNames } from './region-names.ts'
import { type Places, places } from './region-places.ts'
import type { Region } from './regions.ts'

/**
 * A Chinese address with the regions that it begins with called by their full names, those left out filled in: `浙江义乌北苑`, `义乌市北苑` and `浙江省金华市义乌市北苑` are one. Regions by GB/T 2260 since 2002, so that a district that is no more is still known. Where
 * nothing tells which region is meant (朝阳 is a city, a district and a county) or whether one is (福建路), the address stays as it is.
 */
export function inFullRegion(address: string): Located {
  if (!beginsWithHan.test(address)) return { address }
  const all = places()
  const text = address.replace(/^(?:中国)+(?=.)/u, '')
  const found = atStart(text, all)
  if (found === undefined) return { address }
  const { region, rest } = downwards(found, all)
  const line = lineOf(region, all)
  return {
    address: `${line.map(({ name }) => name).join('')}${rest}`,
    region: region.code,
  }
}

export interface Located {
  readonly address: string
  /** The smallest region that it names, by its code of six digits. */
  readonly region?: string | undefined
}

const beginsWithHan = /^\p{Script=Han}{2}/u

interface Found {
  readonly region: Region
  readonly rest: string
}

/** A short name alone at the beginning may be that of a street or a house; what follows has to bear it out. */
function atStart(text: string, places: Places): Found | undefined {
  const full = found(places.provinces, 'full', text) ?? found(places.anywhere, 'full', text)
  if (full !== undefined) return full
  for (const names of [places.provinces, places.anywhere]) {
    const short = found(names, 'short', text)
    if (short === undefined) continue
    if (short.rest === '') return isOnly(short.region, places) ? short : undefined
    if (within(short.region, short.rest, places) !== undefined) return short
  }
  return undefined
}

/** The smallest region that is named behind another and within it. */
function downwards(found: Found, places: Places): Found {
  const next = within(found.region, found.rest, places)
  return next === undefined ? found : downwards(next, places)
}

function within(region: Region, rest: string, places: Places): Found | undefined {
  const text = rest.replace(/^市辖区/u, '')
  const inside = [places.under.get(region.code), places.countiesOf.get(region.code)]
  for (const by of ['full', 'short'] as const) {
    for (const names of inside) {
      const next = names && found(names, by, text)
      if (next !== undefined) return next
    }
  }
  return undefined
}

/** Behind what sounds like a region, these make it the name of something else: 市场, 南京东路, 朝阳门. A city for short behind its province may well have a house behind it. */
const road = '[东西南北中大新老一二三四五六七八九十]?(?:路|街|道|大道|巷|弄)'
const notBehind = {
  full: () => /^(?:场|政府|民广场|民中心)/u,
  short: ({ level }: Region) => notBehindShort[level],
}
const notBehindShort = {
  province: new RegExp(`^${road}`, 'u'),
  prefecture: new RegExp(`^(?:${road}|[桥站港])`, 'u'),
  county: new RegExp(
    `^(?:${road}|[里桥江河湖山寺门站港园村镇乡]|广场|花园|大厦|小区|公寓|市场|新区|开发区|工业|产业|科技|宾馆|酒店|医院|大学)`,
    'u',
  ),
}

function found(names: RegionNames, by: 'full' | 'short', text: string): Found | undefined {
  const start = names.startOf(text, by)
  if (start === undefined) return undefined
  const rest = text.slice(start.name.length)
  return notBehind[by](start.region).test(rest) ? undefined : { region: start.region, rest }
}

function isOnly({ short, code }: Region, { provinces, anywhere }: Places): boolean {
  return [provinces, anywhere].every((names) =>
    short.every((name) => (names.startOf(name, 'short')?.region.code ?? code) === code),
  )
}

/** From the province down to the region. */
function lineOf(region: Region, places: Places): readonly Region[] {
  const parent = region.parent === undefined ? undefined : places.around.get(region.parent)
  return parent === undefined ? [region] : [...lineOf(parent, places), region]
}
