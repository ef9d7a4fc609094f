import type { Region } from './regions.ts'

/** The regions of one place by the names that an address may call them. */
export interface RegionNames {
  /** The region whose name a text begins with, the longest name first, and that name; undefined where none is. */
  startOf(text: string, by: 'full' | 'short'): { region: Region; name: string } | undefined
}

/** A name that several of them bear, by any of its forms, stands for the one that is there now, and else for none. */
export function regionNames(regions: readonly Region[]): RegionNames {
  const names = { full: named(regions, 'full'), short: named(regions, 'short') }
  const lengths = { full: lengthsOf(names.full), short: lengthsOf(names.short) }
  return {
    startOf(text, by) {
      for (const length of lengths[by].get(text[0]) ?? []) {
        if (text.length < length) continue
        const name = text.slice(0, length)
        const region = names[by].get(name)
        if (region !== undefined) return { region, name }
      }
      return undefined
    },
  }
}

function named(regions: readonly Region[], by: 'full' | 'short'): ReadonlyMap<string, Region> {
  const bearers = new Map<string, Region[]>()
  for (const region of regions) {
    for (const name of new Set(region[by])) {
      bearers.set(name, [...(bearers.get(name) ?? []), region])
    }
  }
  return new Map(
    [...bearers].flatMap(([name, all]) => {
      const only = theOne(all)
      return only === undefined ? [] : [[name, only] as const]
    }),
  )
}

function theOne(all: readonly Region[]): Region | undefined {
  const current = all.filter(({ isCurrent }) => isCurrent)
  const some = current.length === 0 ? all : current
  return some.length === 1 ? some[0] : undefined
}

/** By first character, how long the names are that begin with it, the longest first. */
function lengthsOf(
  names: ReadonlyMap<string, unknown>,
): ReadonlyMap<string | undefined, readonly number[]> {
  const lengths = new Map<string | undefined, number[]>()
  for (const name of names.keys()) {
    const own = lengths.get(name[0]) ?? []
    if (!own.includes(name.length)) lengths.set(name[0], [...own, name.length])
  }
  for (const own of lengths.values()) own.sort((a, b) => b - a)
  return lengths
}
