import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import type { Facts } from '../../server/domain/fact.ts'
import { openDataset } from '../../server/ingest/dataset.ts'
import { readDatasetFile } from '../../server/ingest/read-file.ts'

const datasets = join(import.meta.dirname, '../../datasets')
const samples = join(datasets, 'samples')
const names = readdirSync(samples).toSorted()

/** Rows, refused fields, distinct nodes and relations of each sample; shops, creators, factories and sites as their makers count them. */
const expected: Record<string, { rows: number; refused: number; nodes: object; edges: object }> = {
  'brand-tokens': {
    rows: 753,
    refused: 0,
    nodes: { Shop: 719, PaymentAccount: 554 },
    edges: { PAID_INTO: 753 },
  },
  'early-learning-sites': {
    rows: 3_337,
    refused: 2,
    nodes: { Shop: 3_337, Contact: 1_179, Origin: 1_528 },
    edges: { REACHED_AT: 3_189, SHIPS_FROM: 3_337 },
  },
  facilities: {
    rows: 932 + 14 + 932,
    refused: 0,
    nodes: { Factory: 932, Place: 921, Shop: 14 },
    edges: { AT: 932, SUPPLIED_BY: 932 },
  },
  'front-sites': {
    rows: 1_229,
    refused: 0,
    nodes: { Shop: 1_229, Contact: 1_229 },
    edges: { REACHED_AT: 1_229 },
  },
}

describe('samples', () => {
  const apart = mkdtempSync(join(tmpdir(), 'revenant-samples-'))
  after(() => rmSync(apart, { recursive: true, force: true }))
  const loaded = new Map<string, Facts[]>()

  it('are those that are expected', () => {
    expect(names).to.deep.equal(Object.keys(expected))
  })

  for (const name of names) {
    it(`${name} loads whole from its data folder alone, without its truth`, async () => {
      const folder = join(apart, name)
      cpSync(join(samples, name, 'data'), folder, { recursive: true })
      const { facts, quarantined } = await load(folder)
      loaded.set(name, facts)
      expect(quarantined).to.deep.equal([])
      expect({
        rows: facts.length,
        refused: facts.flatMap(({ record }) => record.refused).length,
        nodes: count(facts, ({ nodes }) => nodes.map(({ key, kind }) => [kind, key])),
        edges: countAll(facts.flatMap(({ edges }) => edges.map(({ type }) => type))),
      }).to.deep.equal(expected[name])
    }).timeout(60_000)

    it(`${name} has its licence beside it`, () => {
      expect(readFileSync(join(samples, name, 'LICENSE'), 'utf8')).to.match(/MIT License/)
    })
  }

  it('keep a switchboard that 24 sites name as one contact', () => {
    const shops = (loaded.get('early-learning-sites') ?? []).filter(({ edges }) =>
      edges.some(({ to }) => to === 'contact:phone/US:5211600'),
    )
    expect(shops).to.have.length(24)
  })

  it('tell nothing of their truth in what is loaded', () => {
    const columns = names.flatMap((name) =>
      dataFiles(name).map((file) => readFileSync(file, 'utf8').split('\n', 1)[0] ?? ''),
    )
    expect(columns.join(',')).to.not.match(/True Id|network|creator_tag|controller/i)
  })

  it('are listed in the README with the checksum of every data file', () => {
    const readme = readFileSync(join(datasets, 'README.md'), 'utf8')
    const listed = [...readme.matchAll(/`([0-9a-f]{64})` +`samples\/([^`]+)`/g)]
    const actual = names.flatMap((name) =>
      dataFiles(name).map((file) => {
        const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
        return [sha256, file.slice(samples.length + 1)]
      }),
    )
    expect(listed.map(([, sha256, file]) => [sha256, file])).to.have.deep.members(actual)
  })
})

async function load(folder: string): Promise<{ facts: Facts[]; quarantined: unknown[] }> {
  const facts: Facts[] = []
  const quarantined: unknown[] = []
  const dataset = await openDataset(folder)
  for (const file of dataset.files) {
    for await (const read of readDatasetFile(dataset, file)) {
      if (read.kind === 'facts') facts.push(read.facts)
      else quarantined.push(read.row)
    }
  }
  return { facts, quarantined }
}

/** Distinct keys of each kind. */
function count(
  facts: readonly Facts[],
  pairs: (facts: Facts) => (readonly [string, string])[],
): Record<string, number> {
  const distinct = new Map(facts.flatMap(pairs).map(([kind, key]) => [key, kind]))
  return countAll([...distinct.values()])
}

function countAll(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

function dataFiles(name: string): string[] {
  const folder = join(samples, name, 'data')
  return readdirSync(folder)
    .filter((file) => file !== 'dataset.json')
    .toSorted()
    .map((file) => join(folder, file))
}
