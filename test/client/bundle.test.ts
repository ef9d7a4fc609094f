import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { expect } from 'chai'

const root = join(import.meta.dirname, '../..')
const assets = join(root, 'dist/assets')

/** What may travel before the first picture, and at all, in kilobytes as a server sends them; fonts and the outline of the land apart. */
const budget = { first: 392, all: 595, land: 40 }

describe('the built explorer', () => {
  const files = readdirSync(assets).filter((file) => /\.(js|css)$/.test(file))

  it('sends little before it can draw', () => {
    const page = readFileSync(join(root, 'dist/index.html'), 'utf8')
    const named = [...page.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)].map(([, file = '']) => file)
    expect(named).to.not.have.length(0)
    // The texts of a language are asked for by the first script, one language or the other.
    const texts = files.filter((file) => file.startsWith('messages-')).map(kilobytes)
    expect(texts).to.have.length(2)
    const first = sum([...withImports(named)].map(kilobytes)) + Math.max(...texts)
    expect(first).to.be.at.most(budget.first)
  })

  it('is small as a whole', () => {
    const all = sum(files.map(kilobytes)) - land()
    expect(all).to.be.at.most(budget.all)
  })

  it('has a small outline of the land', () => {
    expect(land()).to.be.within(1, budget.land)
  })
})

/** Files with all that they import before they run, and all that those do. */
function withImports(named: readonly string[]): ReadonlySet<string> {
  const found = new Set(named)
  for (const file of found) {
    if (!file.endsWith('.js')) continue
    const code = readFileSync(join(assets, file), 'utf8')
    for (const [, own = ''] of code.matchAll(/(?:from|import)\s*"\.\/([\w.-]+)"/g)) found.add(own)
  }
  return found
}

function kilobytes(file: string): number {
  return gzipSync(readFileSync(join(assets, file))).length / 1_000
}

/** As it is written; in the bundle it is a part of the map. */
function land(): number {
  return gzipSync(readFileSync(join(root, 'datasets/outline/data/land.json'))).length / 1_000
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all + size, 0)
}
