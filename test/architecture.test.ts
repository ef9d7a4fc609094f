import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

import { expect } from 'chai'

/** The one direction of imports: a stage may use itself and the stages before it. */
const flow = [
  'domain',
  'ingest',
  'store',
  'linkage',
  'rings',
  'trace',
  'picture',
  'leads',
  'jobs',
  'api',
  'cli',
]

/** Stages that turn values into values: no file, network, clock, randomness or environment, no database, no server. */
const pure = ['domain', 'linkage', 'rings', 'trace', 'picture', 'leads', 'contract']

/** A package that one place alone may import. */
const kept: Record<string, RegExp> = {
  'neo4j-driver': /^server\/store\/neo4j\//,
  sigma: /^client\/graph\/view\.ts$/,
  '@photostructure/sqlite': /^server\/store\/embedded\//,
  'node:sqlite': /^server\/store\/embedded\//,
  express: /^server\/api\//,
}

/** Not modules of ours: the verifiers that leads enclose as text and their recipients run. */
const enclosed = /^server\/leads\/verifier\/[a-z-]+\.mjs$/

const root = join(import.meta.dirname, '..')

describe('architecture', () => {
  it('has a place in the flow for every server folder', () => {
    const folders = readdirSync(join(root, 'server'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    expect(folders).to.have.members([...flow, 'contract'])
  })

  for (const [rank, stage] of flow.entries()) {
    it(`${stage} imports nothing downstream of itself`, () => {
      const downstream = new Set([...flow.slice(rank + 1), 'main.ts'])
      const allowed = stage === 'api' || stage === 'cli' ? [] : ['contract']
      const offenders = importsOf(`server/${stage}`).filter(({ to }) => {
        const [top, second = ''] = to.split('/')
        return top === 'server' && (downstream.has(second) || allowed.includes(second))
      })
      expect(offenders).to.deep.equal([])
    })
  }

  for (const stage of pure) {
    it(`${stage} only turns values into values`, () => {
      const worldly =
        /^node:(fs|net|http|https|process|os|child_process|worker_threads|timers)|^(neo4j-driver|express)$|^server\/(store|ingest)\//
      expect(importsOf(`server/${stage}`).filter(({ to }) => worldly.test(to))).to.deep.equal([])
    })

    it(`${stage} asks neither clock nor dice nor environment`, () => {
      const asking =
        /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\brandomUUID\b|\brandomBytes\b/
      const offenders = sourcesOf(`server/${stage}`).filter((file) => asking.test(read(file)))
      expect(offenders).to.deep.equal([])
    })
  }

  it('contract builds on domain alone', () => {
    const offenders = importsOf('server/contract').filter(({ to }) =>
      /^server\/(?!contract|domain)/.test(to),
    )
    expect(offenders).to.deep.equal([])
  })

  it('the client sees only the contract and the picture', () => {
    const offenders = importsOf('client').filter(({ to }) =>
      /^server\/(?!contract\/|picture\/)/.test(to),
    )
    expect(offenders).to.deep.equal([])
  })

  it('nothing imports the tests', () => {
    const offenders = [...importsOf('server'), ...importsOf('client')].filter(({ to }) =>
      to.startsWith('test/'),
    )
    expect(offenders).to.deep.equal([])
  })

  for (const [name, place] of Object.entries(kept)) {
    it(`${name} stays in its one place`, () => {
      const uses = [...importsOf('server'), ...importsOf('client')].filter(({ to }) => to === name)
      expect(uses.filter(({ from }) => !place.test(from))).to.deep.equal([])
    })
  }
})

interface Import {
  readonly from: string
  readonly to: string
}

/** Every module imported under `folder`: repository paths for ours, bare names for packages. */
function importsOf(folder: string): Import[] {
  return sourcesOf(folder).flatMap((file) =>
    [...read(file).matchAll(/(?:from|import|import\()\s*\(?\s*'([^']+)'/g)].map(([, to = '']) => ({
      from: file,
      to: to.startsWith('.') ? relative(root, join(root, dirname(file), to)) : to,
    })),
  )
}

function sourcesOf(folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .map((file) => join(folder, file))
    .filter((file) => !enclosed.test(file))
  expect(files, `${folder} holds no source: the check would pass on nothing`).to.not.have.length(0)
  return files
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}
