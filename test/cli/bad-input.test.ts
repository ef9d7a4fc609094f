import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import {
  smallFiles,
  temporaryFolder,
  writeDataset,
  writeSmallDataset,
} from '../jobs/small-dataset.ts'
import { type Ended, revenant } from './command-line.ts'

/** A folder that holds a good store already, and whatever a case puts beside it. */
interface Place {
  readonly folder: string
}

interface Case {
  /** Prepares what is wrong, and answers with the command line that meets it. */
  readonly args: (place: Place) => readonly string[]
  readonly code: 1 | 2
  readonly says: RegExp
}

const shop = smallFiles['shop.csv']

const cases: Record<string, Case> = {
  'a folder without dataset.json': {
    args: ({ folder }) => {
      mkdirSync(join(folder, 'bare'))
      return ['load', 'bare']
    },
    code: 2,
    says: /holds no dataset\.json.*write one/,
  },
  'a path where nothing is': {
    args: () => ['load', 'nowhere'],
    code: 2,
    says: /nothing at .*nowhere/,
  },
  'a required column that is missing': {
    args: ({ folder }) => {
      writeDataset(folder, 'bad', { files: { 'shop.csv': 'platform,name\ntaobao.com,x\n' } })
      return ['load', 'bad']
    },
    code: 2,
    says: /shop_id/,
  },
  'a delimiter that is none of those known': {
    args: ({ folder }) => {
      writeDataset(folder, 'bad', { files: { 'shop.csv': shop.replaceAll(',', '^') } })
      return ['load', 'bad']
    },
    code: 2,
    says: /shop\.csv/,
  },
  'a file that is not there': {
    args: ({ folder }) => {
      rmSync(join(writeDataset(folder, 'bad', { files: { 'shop.csv': shop } }), 'shop.csv'))
      return ['load', 'bad']
    },
    code: 2,
    says: /shop\.csv/,
  },
  'a good dataset beside one that means nothing': {
    args: ({ folder }) => {
      writeDataset(folder, 'good', { name: 'good', files: smallFiles })
      return ['load', 'good', 'nowhere']
    },
    code: 2,
    says: /nothing at .*nowhere/,
  },
  'a file that is cut off in the middle of a row': {
    args: ({ folder }) => {
      writeDataset(folder, 'bad', { files: { 'shop.csv': `${shop}taobao.com,1` } })
      return ['load', 'bad']
    },
    code: 1,
    says: /shop\.csv/,
  },
  'a dataset of which no row is usable': {
    args: ({ folder }) => {
      writeDataset(folder, 'bad', { name: 'bad', files: { 'shop.csv': 'platform,shop_id\n,1\n' } })
      return ['load', 'bad']
    },
    code: 1,
    says: /Every row was quarantined in bad\/shop\.csv \(.+\); `revenant export quarantine`/,
  },
  'a store that is a file': {
    args: ({ folder }) => {
      writeFileSync(join(folder, 'file'), 'x')
      return ['detect', '--store', 'file']
    },
    code: 1,
    says: /file is a file and not a store/,
  },
  'a store that is no database': {
    args: ({ folder }) => {
      mkdirSync(join(folder, 'junk'))
      writeFileSync(join(folder, 'junk', 'store.sqlite'), 'not a database at all, and long enough')
      return ['load', 'small', '--store', 'junk']
    },
    code: 1,
    says: /not a Revenant store/,
  },
  'a Neo4j that does not answer': {
    args: () => ['export', 'links', '--store', 'bolt://127.0.0.1:18199'],
    code: 1,
    says: /127\.0\.0\.1:18199/,
  },
  'an address of something else': {
    args: () => ['load', 'small', '--store', 'mysql://127.0.0.1'],
    code: 2,
    says: /neither a folder nor a Neo4j address/,
  },
  'links of a store in which nothing was worked out': {
    args: () => ['export', 'links'],
    code: 1,
    says: /run `revenant detect` first/,
  },
  'a table of something that is none': {
    args: () => ['export', 'graph', '--format', 'csv'],
    code: 2,
    says: /not a table; use `--format ndjson`/,
  },
  'a package that is not there': { args: () => ['verify', 'gone.zip'], code: 2, says: /gone\.zip/ },
}

describe('bad input', () => {
  for (const [what, { args, code, says }] of Object.entries(cases)) {
    it(`${what}: code ${code}, one sentence, and the store as it was`, async () => {
      using temporary = temporaryFolder()
      const folder = temporary.path
      writeSmallDataset(folder)
      await revenant(folder, ['load', 'small'])
      const before = await revenant(folder, ['export', 'graph'])
      const ended = await revenant(folder, args({ folder }))
      expect(ended.code, ended.err).to.equal(code)
      expect(sentences(ended)).to.have.length(1)
      expect(ended.err).to.match(says)
      expect(ended.err).to.not.match(/\n\s+at |should not have/)
      expect(await revenant(folder, ['export', 'graph'])).to.deep.equal(before)
    })
  }

  it('makes no store for a dataset that is refused', async () => {
    using temporary = temporaryFolder()
    expect((await revenant(temporary.path, ['load', 'nowhere'])).code).to.equal(2)
    expect(existsSync(join(temporary.path, '.revenant'))).to.equal(false)
  })
})

function sentences({ err }: Ended): string[] {
  return err.split('\n').filter((line) => line.startsWith('revenant: '))
}
