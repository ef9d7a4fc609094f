import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import { canonicalJson, compareText } from '../../server/domain/canonical.ts'
import { mulberry32, shuffle } from '../../server/domain/random.ts'
import type { Ring } from '../../server/domain/ring.ts'
import { readApplicants } from '../../server/jobs/applicants.ts'
import { linkWorld } from '../bench/link-world.ts'
import { worldFiles } from '../support/world-files.ts'
import { temporaryFolder } from './small-dataset.ts'

type Files = ReadonlyMap<string, string>

/** A generated world large enough that twenty hold what 5 % hold. */
const options = { shops: 600, seed: 105, evasion: 1, labels: 0, twin: false }

describe('rings of a generated world', () => {
  let world: Files
  let expected: readonly Ring[]

  before(async function () {
    this.timeout(120_000)
    world = worldFiles(options).files
    expected = await ringsOf(world)
  })

  it('are there, and are not of two shops alone', () => {
    expect(expected.length).to.be.above(30)
    expect(Math.max(...expected.map(({ size }) => size))).to.be.above(2)
  })

  for (const [where, address] of [
    ['a town where nobody else is', '远方市9区新桥街道777号'],
    ['a town where others are', ''],
  ] as const)
    it(`do not change when one address is put on 5 % of all shops, in ${where}`, async () => {
      const own = address === '' ? otherAddress(world) : address
      expect(shopsOf(await ringsOf(withOneAddress(world, own)))).to.deep.equal(shopsOf(expected))
    }).timeout(120_000)

  it('are the same bytes when the rows of every file are shuffled', async () => {
    expect(canonicalJson(await ringsOf(shuffled(world)))).to.equal(canonicalJson(expected))
  }).timeout(120_000)

  it('hold the same shops, as surely to a hundredth, when shops are numbered the other way round', async () => {
    const [renamed, own] = [
      shapesOf(await ringsOf(relabelled(world)), otherName),
      shapesOf(expected, (shop) => shop),
    ]
    expect(renamed.map(({ what }) => what)).to.deep.equal(own.map(({ what }) => what))
    for (const [n, { weakest }] of renamed.entries())
      expect(weakest).to.be.closeTo(own[n]?.weakest ?? Number.NaN, 0.01)
  }).timeout(120_000)
})

async function ringsOf(files: Files): Promise<readonly Ring[]> {
  using folder = temporaryFolder()
  for (const [path, text] of files) {
    const place = join(folder.path, path)
    mkdirSync(join(place, '..'), { recursive: true })
    writeFileSync(place, text)
  }
  const nothing = { nodes: [], edges: [], decisions: [] }
  const { evidence, asOf } = await readApplicants(join(folder.path, 'data'), nothing)
  return linkWorld(evidence, { asOf }).rings
}

/** Every twentieth shop ships from one address more. */
function withOneAddress(files: Files, address: string): Files {
  const rows = rowsOf(files, 'data/shop.csv')
    .filter((_, place) => place % 20 === 0)
    .map(([platform, shop]) => `${platform},${shop},origin,${address},,,,\n`)
  const links = files.get('data/link.csv') ?? ''
  return new Map(files).set('data/link.csv', links + rows.join(''))
}

/** Another house of a street from which shops ship. */
function otherAddress(files: Files): string {
  const addresses = rowsOf(files, 'data/link.csv')
    .filter(([, , kind, value = '']) => kind === 'origin' && /\d号$/u.test(value))
    .map(([, , , value = '']) => value.replace(/\d+号$/u, '9999号'))
  return addresses.toSorted()[0] ?? ''
}

function rowsOf(files: Files, path: string): string[][] {
  const [, ...rows] = (files.get(path) ?? '').trimEnd().split('\n')
  return rows.map((row) => row.split(','))
}

function shopsOf(rings: readonly Ring[]): string[] {
  return rings
    .map(({ members }) =>
      members
        .map(({ shop }) => shop)
        .toSorted()
        .join(' '),
    )
    .toSorted()
}

function shuffled(files: Files): Files {
  const random = mulberry32(1)
  return changed(files, (text) => {
    const [header = '', ...rows] = text.trimEnd().split('\n')
    const order = shuffle(
      Int32Array.from(rows, (_, place) => place),
      random,
    )
    return `${[header, ...Array.from(order, (place) => rows[place])].join('\n')}\n`
  })
}

/** The last shop is the first now. */
function relabelled(files: Files): Files {
  return changed(files, otherName)
}

function otherName(text: string): string {
  return text.replaceAll(
    /\bs(\d{7})\b/g,
    (_, number) => `s${String(9_999_999 - Number(number)).padStart(7, '0')}`,
  )
}

function changed(files: Files, change: (text: string) => string): Files {
  return new Map(
    Array.from(files, ([path, text]) => [path, path.endsWith('.csv') ? change(text) : text]),
  )
}

/** What a ring is, whatever its shops are called: who is in it, and how many are live; and how surely the least sure step holds. */
function shapesOf(rings: readonly Ring[], nameOf: (shop: string) => string) {
  return rings
    .map(({ members, size, live, closed, weakestStep, channels }) => {
      const shops = members.map(({ shop }) => nameOf(shop)).toSorted()
      const what = canonicalJson({ shops, size, live, closed, channels: channels.toSorted() })
      return { what, weakest: weakestStep }
    })
    .toSorted((x, y) => compareText(x.what, y.what))
}
