import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

const root = join(import.meta.dirname, '..')

/** Files git knows or would add: what a reader of the repository sees. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 2 ** 20,
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))

const production = files.filter((file) => /^(server|client|bin)\/.*\.(ts|tsx|mjs)$/.test(file))
const prose = files.filter((file) => /\.(md|ts|tsx|mjs|cypher|json|css|html)$/.test(file))

describe('tidiness', () => {
  it('no production file is longer than 300 lines, and the median lies between 40 and 120', () => {
    // Recipients are handed the verifier alone, so that it cannot be cut in two.
    const lengths = production
      .filter((file) => !file.endsWith('verifier/verify.mjs'))
      .map((file) => ({ file, lines: lines(file) }))
      .toSorted((a, b) => a.lines - b.lines)
    expect(lengths.filter(({ lines }) => 300 < lines)).to.deep.equal([])
    const median = lengths[Math.floor(lengths.length / 2)]?.lines
    expect(median).to.be.within(40, 120)
  })

  it('nothing on main is left to do', () => {
    const marker = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X\\b'].join(''))
    const marked = production.filter((file) => marker.test(read(file)))
    expect(marked).to.deep.equal([])
  })

  it('no text passes judgment on people', () => {
    const judging = /\b(criminals?|guilty|gangs?|gangsters?)\b|团伙|罪犯/i
    const judged = [...production, ...files.filter((file) => /^docs\/.*\.md$/.test(file))].filter(
      (file) => judging.test(read(file)),
    )
    expect(judged).to.deep.equal([])
  })

  it('no file names a package registry', () => {
    const registry = new RegExp(['registry\\.npm', 'js|repo1?\\.mav', 'en|pypi\\.o', 'rg'].join(''))
    expect(prose.filter((file) => registry.test(read(file)))).to.deep.equal([])
  })

  it('every dependency is pinned to one version', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).to.deep.equal([])
  })

  it('every decision has its five parts', () => {
    const decisions = files.filter((file) => /^docs\/decisions\/\d{4}-.*\.md$/.test(file))
    expect(decisions).to.not.have.length(0)
    for (const file of decisions) {
      for (const part of ['Context', 'Decision', 'Consequences', 'Risks', 'Out of scope']) {
        expect(read(file), `${file}: ${part}`).to.match(new RegExp(`^(\\*\\*|## )${part}`, 'm'))
      }
    }
  })

  it('ARCHITECTURE.md says every rule that the architecture test holds', () => {
    const architecture = read('ARCHITECTURE.md').replaceAll('`', '')
    const rules = [...read('test/architecture.test.ts').matchAll(/\bit\('([^']+)'/g)].map(
      ([, rule = '']) => rule,
    )
    expect(rules).to.not.have.length(0)
    for (const rule of rules) expect(architecture.toLowerCase()).to.include(rule.toLowerCase())
  })
})

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function lines(file: string): number {
  return read(file).split('\n').length - 1
}
