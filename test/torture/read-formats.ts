import Papa from 'papaparse'

import { xmlText } from '../../server/domain/xml-text.ts'
import type { LeadDocument } from '../../server/leads/document.ts'
import { ftmName } from '../../server/leads/formats/ftm-values.ts'
import { elementsOf, readXml } from '../support/xml-reader.ts'

/** Reads one file of a lead as a tool would; answers what is wrong with it, one sentence each. */
export type ReadFormat = (text: string, lead: LeadDocument) => string[]

/** The reader of a file by its path; undefined for those that are read elsewhere. */
export function readerOf(path: string): ReadFormat | undefined {
  return readers.find(([pattern]) => pattern.test(path))?.[1]
}

const readers: readonly (readonly [RegExp, ReadFormat])[] = [
  [/\.csv$/, (text, lead) => [...readCsv(text), ...namesInCsv(text, lead)]],
  [/cluster\.gexf$/, readGexf],
  [/cluster\.graphml$/, readGraphml],
  [/cluster\.anx$/, readAnx],
  [/\.svg$/, (text) => problemsOf(() => readXml(text))],
  [/\.ftm\.ndjson$/, readFtm],
  [
    /\.ndjson$/,
    (text) =>
      text
        .split('\n')
        .filter(Boolean)
        .flatMap((line) => problemsOf(() => JSON.parse(line))),
  ],
  [/\.geojson$/, readGeojson],
  [/\.json$/, (text) => problemsOf(() => JSON.parse(text))],
  [/\.md$/, (text) => (text.isWellFormed() ? [] : ['text that is not well-formed'])],
]

function problemsOf(read: () => unknown): string[] {
  try {
    read()
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** What a spreadsheet would run: looked for in a way of its own, behind whatever hides it. */
const formula = /^[\s\p{C}\ufffd\u200b\ufeff]*[=+\-@＝＋－＠]/u

function rowsOf(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    ...{ newline: '\r\n', delimiter: ',', skipEmptyLines: true },
  })
  return data
}

function readCsv(text: string): string[] {
  const [head = [], ...rows] = rowsOf(text)
  return [
    ...rows.flatMap((row) => {
      if (row.length !== head.length) return [`a row of ${row.length} cells among ${head.length}`]
      return row.flatMap((cell, index) => {
        const isNumber = /^-\d+(?:\.\d+)?(?:e-?\d+)?$/.test(cell)
        if (formula.test(cell) && !isNumber) return [`a formula in ${head[index]}: ${cell}`]
        return /[\r\n]/.test(cell) ? [`a line break in ${head[index]}`] : []
      })
    }),
  ]
}

function namesInCsv(text: string, { nodes }: LeadDocument): string[] {
  const [head = [], ...rows] = rowsOf(text)
  if (head[0] !== 'key' || !head.includes('holders')) return []
  const bare = (value: string) => value.replaceAll(/[\s\p{C}\ufffd'+]/gu, '')
  const names = new Map(nodes.map(({ key, name }) => [bare(key), bare(name)]))
  return rows.flatMap((row) => {
    const expected = names.get(bare(row[0] ?? ''))
    const name = bare(row[head.indexOf('name')] ?? '')
    return name === expected ? [] : [`${row[0]} is called ${name}`]
  })
}

function readGexf(text: string, lead: LeadDocument): string[] {
  const nodes = () => elementsOf(readXml(text), 'node').map(({ attributes }) => attributes.label)
  return namesDiffer(nodes, lead)
}

function readGraphml(text: string, lead: LeadDocument): string[] {
  const nodes = () =>
    elementsOf(readXml(text), 'node').map(
      ({ children }) => children.find(({ attributes }) => attributes.key === 'node-label')?.text,
    )
  return namesDiffer(nodes, lead)
}

function readAnx(text: string, lead: LeadDocument): string[] {
  const items = () =>
    elementsOf(readXml(text), 'ChartItem').flatMap((item) =>
      elementsOf(item, 'Entity').length === 0 ? [] : [item.attributes.Label],
    )
  return namesDiffer(items, lead)
}

/** Names come back as they were, save for what XML cannot hold. */
function namesDiffer(
  read: () => readonly (string | undefined)[],
  { nodes }: LeadDocument,
): string[] {
  let names: readonly (string | undefined)[] = []
  const problems = problemsOf(() => {
    names = read()
  })
  if (0 < problems.length) return problems
  const wrong = nodes.filter(({ name }, index) => names[index] !== xmlText(name))
  return names.length === nodes.length
    ? wrong.map(({ key }) => `${key} has another name`)
    : [`${names.length} names of ${nodes.length}`]
}

function readFtm(text: string, { nodes }: LeadDocument): string[] {
  const entities = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const named = new Set(entities.flatMap(({ properties }) => properties.name ?? []))
  const isThing = ({ kind }: { kind: string }) => kind !== 'Contact'
  return [
    ...nodes
      .filter((node) => isThing(node) && !named.has(ftmName(node.name, node.key)))
      .map(({ key }) => `${key} has another name`),
    ...entities.flatMap(({ properties }) =>
      'topics' in properties ? ['somebody has a topic'] : [],
    ),
  ]
}

function readGeojson(text: string): string[] {
  const { features } = JSON.parse(text)
  return features.flatMap(({ geometry }: { geometry: { coordinates: [number, number] } }) => {
    const [lng, lat] = geometry.coordinates
    return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [] : [`${lng}, ${lat} is nowhere`]
  })
}
