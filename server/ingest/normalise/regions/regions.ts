import { type RegionRow, readRegions } from './region-table.ts'
import { shortNames } from './short-name.ts'

export type Level = 'province' | 'prefecture' | 'county'

/** A region of China, once for all the names that it had. */
export interface Region {
  readonly code: string
  readonly level: Level
  /** As it is called now, or was called last. */
  readonly name: string
  readonly isCurrent: boolean
  /** All names in full that it had, and what it is called for short. */
  readonly full: readonly string[]
  readonly short: readonly string[]
  /** The code of the region around it; none around a province. */
  readonly parent: string | undefined
}

let read: readonly Region[] | undefined

/** The regions of China, read when they are first asked for. */
export function allRegions(): readonly Region[] {
  read ??= regionsOf(readRegions())
  return read
}

/**
 * All regions. A code whose name changed from one issue to the next is one region (襄樊市, since 2010 襄阳市), unless the name went on under another code; one that was out of use in between is two. One that was made into another of the same short name in the same prefecture (孟津县, since 2021 孟津区) is the
 * later one.
 */
export function regionsOf(rows: readonly RegionRow[]): readonly Region[] {
  const issues = [...new Set(rows.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b)
  const codes = new Set(rows.map(({ code }) => code))
  const begun = new Set(rows.map(({ name, from }) => `${name} ${from}`))
  const isRenamed = (earlier: RegionRow, later: RegionRow | undefined) => {
    const next = issues[issues.indexOf(earlier.to) + 1]
    return later?.from === next && !begun.has(`${earlier.name} ${next}`)
  }
  const named = [...grouped(rows, ({ code }) => code).values()].flatMap((own) =>
    inRuns(own, isRenamed),
  )
  const regions = named.map((names): Region => {
    const [last] = names
    const [code = '', full] = [last?.code, names.map(({ name }) => name)]
    return {
      ...{ code, level: levelOf(code), name: last?.name ?? '', full },
      isCurrent: last?.to === issues.at(-1),
      short: [...new Set(full.flatMap(shortNames))],
      parent: parentOf(code, codes),
    }
  })
  return withSuccessors(regions)
}

/** The names of a code, the latest first, apart where it was given to another region. */
function inRuns(
  own: readonly RegionRow[],
  isRenamed: (earlier: RegionRow, later: RegionRow | undefined) => boolean,
): RegionRow[][] {
  const runs: RegionRow[][] = []
  for (const row of own.toSorted((a, b) => b.to - a.to)) {
    const run = runs.at(-1)
    if (run !== undefined && isRenamed(row, run.at(-1))) run.push(row)
    else runs.push([row])
  }
  return runs
}

function levelOf(code: string): Level {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'prefecture' : 'county'
}

/** Counties of a municipality, and a few others, stand right under their province. */
function parentOf(code: string, known: ReadonlySet<string>): string | undefined {
  if (levelOf(code) === 'province') return undefined
  const prefecture = `${code.slice(0, 4)}00`
  return prefecture !== code && known.has(prefecture) ? prefecture : `${code.slice(0, 2)}0000`
}

function withSuccessors(regions: readonly Region[]): readonly Region[] {
  const counties = regions.filter(({ level }) => level === 'county')
  const byPlace = grouped(
    counties.filter(({ isCurrent }) => isCurrent),
    ({ parent }) => parent,
  )
  const earlier = new Map<Region, Region[]>()
  const gone = new Set<Region>()
  for (const old of counties) {
    if (old.isCurrent) continue
    const named = (name: string) => old.short.includes(name) || old.full.includes(name)
    const heirs = (byPlace.get(old.parent) ?? []).filter(
      ({ full, short }) => short.some(named) || full.some(named),
    )
    const [heir] = heirs
    if (heir === undefined || 1 < heirs.length) continue
    earlier.set(heir, [...(earlier.get(heir) ?? []), old])
    gone.add(old)
  }
  return regions
    .filter((region) => !gone.has(region))
    .map((region) => {
      const before = earlier.get(region) ?? []
      return { ...region, full: [region, ...before].flatMap(({ full }) => full) }
    })
}

function grouped<Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
