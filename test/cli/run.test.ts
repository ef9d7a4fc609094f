import { expect } from 'chai'

import { commandTable } from '../../server/cli/command-table.ts'
import { revenant } from './command-line.ts'

const here = '/nowhere'

describe('the command line', () => {
  for (const { name, summary, load } of commandTable) {
    it(`${name} shows what it takes`, async () => {
      const { code, out } = await revenant(here, [name, '--help'])
      expect(code).to.equal(0)
      expect(out).to.match(new RegExp(`^Usage: revenant ${name}\\b`))
      for (const option of ['--store', '--help', '--version']) expect(out).to.include(option)
      expect((await load()).name).to.equal(name)
      expect((await revenant(here, [])).out).to.include(summary)
    })
  }

  it('takes no value for an option that is there or not', async () => {
    const { out } = await revenant(here, ['detect', '--help'])
    expect(out).to.match(/--public-view {2,}\S/)
    expect(out).to.match(/--as-of \S+ {2,}\S/)
  })

  it('answers with its version, alone and after any command', async () => {
    for (const args of [['--version'], ['export', '--version']]) {
      expect((await revenant(here, args)).out).to.match(/^\d+\.\d+\.\d+\n$/)
    }
  })

  const refused: Record<
    string,
    { args: string[]; says: RegExp; environment?: Record<string, string> }
  > = {
    'a command that does not exist': {
      args: ['lood'],
      says: /no command lood; there is serve, load/,
    },
    'an option that does not exist': {
      args: ['detect', '--fast'],
      says: /Unknown option '--fast'; `revenant detect --help` shows what it takes/,
    },
    'a missing argument': { args: ['load'], says: /lacks PATH…/ },
    'an argument too many': { args: ['detect', 'twice'], says: /does not take "twice"/ },
    'a date that does not exist': {
      args: ['detect', '--as-of', '2026-02-30'],
      says: /--as-of is "2026-02-30"/,
    },
    'a missing option': {
      args: ['lead', 'ring:x', '--to', 'PIPCU'],
      says: /needs --to RECIPIENT and --out/,
    },
    'an export of something else': {
      args: ['export', 'shops'],
      says: /no export of shops; there is/,
    },
    'a shop that is none': {
      args: ['explain', 'account:bank/1', 'taobao.com/1'],
      says: /account:bank\/1 names no shop/,
    },
    'one shop twice': {
      args: ['explain', 'taobao.com/1', 'shop:taobao.com/1'],
      says: /same shop/,
    },
    'a copy onto itself': { args: ['copy', '--from', 'a', '--to', './a'], says: /same store/ },
    'an address that is neither folder nor Neo4j': {
      args: ['detect', '--store', 'http://127.0.0.1:9'],
      says: /neither a folder nor a Neo4j address/,
    },
    'an environment with two mistakes, naming both': {
      args: ['detect'],
      environment: { PORT: 'x', NEO4J_PASSWORD: 'p', NEO4J_PASSWORD_FILE: 'f' },
      says: /PORT must be a number.*NEO4J_PASSWORD and NEO4J_PASSWORD_FILE/,
    },
  }

  for (const [what, { args, says, environment }] of Object.entries(refused)) {
    it(`refuses ${what} with code 2 and one sentence`, async () => {
      const { code, out, err } = await revenant(here, args, environment)
      expect({ code, out }).to.deep.equal({ code: 2, out: '' })
      expect(err).to.match(says)
      expect(err).to.match(/^revenant: [^\n]+\.\n$/)
    })
  }

  it('fails with code 1 where there is no store yet, and makes none', async () => {
    for (const args of [['detect'], ['export', 'links'], ['explain', 'a/1', 'a/2']]) {
      const { code, err } = await revenant('/nowhere', args)
      expect({
        code,
        says: /no store in \/nowhere\/\.revenant; load a dataset first/.test(err),
      }).to.deep.equal({
        code: 1,
        says: true,
      })
    }
  })
})
