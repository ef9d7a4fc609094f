import { type RegionNames, regionNames } from './region-names.ts'
import { allRegions, type Region } from './regions.ts'

/** Where a region is looked for, by what was named before it. */
export interface Places {
  /** Provinces and prefectures by code. */
  readonly around: ReadonlyMap<string, Region>
  readonly provinces: RegionNames
  /** By code of a province or prefecture, what stands right under it. */
  readonly under: ReadonlyMap<string, RegionNames>
  /** By code of a province, the counties of its prefectures: an address may leave the prefecture out. */
  readonly countiesOf: ReadonlyMap<string, RegionNames>
  /** Prefectures, counties and county cities of the whole country, by names that no other region bears. */
  readonly anywhere: RegionNames
}

let known: Places | undefined

/** The places of all regions, put in order when they are first asked for. */
export function places(): Places {
  known ??= placesOf(allRegions())
  return known
}

function placesOf(regions: readonly Region[]): Places {
  const under = new Map<string, Region[]>()
  const countiesOf = new Map<string, Region[]>()
  const put = (groups: Map<string, Region[]>, code: string, region: Region) =>
    groups.set(code, [...(groups.get(code) ?? []), region])
  for (const region of regions) {
    if (region.parent === undefined) continue
    put(under, region.parent, region)
    if (region.level === 'county') put(countiesOf, `${region.code.slice(0, 2)}0000`, region)
  }
  const byCode = (groups: Map<string, Region[]>) =>
    new Map([...groups].map(([code, some]) => [code, regionNames(some)]))
  const around = regions.filter(({ level }) => level !== 'county')
  return {
    around: new Map(
      around
        .toSorted((a, b) => Number(a.isCurrent) - Number(b.isCurrent))
        .map((region) => [region.code, region]),
    ),
    provinces: regionNames(regions.filter(({ level }) => level === 'province')),
    under: byCode(under),
    countiesOf: byCode(countiesOf),
    anywhere: regionNames(regions.filter(({ level }) => level !== 'province')),
  }
}
