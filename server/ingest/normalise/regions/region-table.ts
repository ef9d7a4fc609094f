import { readFileSync } from 'node:fs'

/** A region of China under one of the names that it had. */
export interface RegionRow {
  /** GB/T 2260, six digits. */
  readonly code: string
  readonly name: string
  /** The first and the last year of whose issue it is known to have been there. */
  readonly from: number
  readonly to: number
}

const file = new URL('../../../../datasets/regions/data/regions.csv', import.meta.url)

/** All provinces, prefectures and counties since 2002, by code and then time. */
export function readRegions(): readonly RegionRow[] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  return lines.map((line) => {
    const [code = '', name = '', from = '', to = ''] = line.split(',')
    return { code, name, from: Number(from), to: Number(to) }
  })
}
