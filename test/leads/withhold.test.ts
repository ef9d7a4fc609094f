import { expect } from 'chai'
import fc from 'fast-check'

import type { LeadContents } from '../../server/leads/contents.ts'
import { replaceAll, textTrie } from '../../server/leads/text-trie.ts'
import { withhold } from '../../server/leads/withhold.ts'
import { contentsOf } from './contents.ts'
import { sealed } from './package.ts'

/** What the contents of the tests hold of persons, contacts, accounts and addresses, as nodes and rows write it. */
function secretsOf({ nodes, records, events }: LeadContents): string[] {
  const kinds = ['Identity', 'PaymentAccount', 'Origin', 'Place']
  const own = nodes
    .filter(({ key, kind }) => kinds.includes(kind) || /^contact:(?:phone|email)/.test(key))
    .flatMap(({ key, name }) => [key, name])
  const fields = ['registrant_name', 'phone', 'email', 'account', 'origin_address']
  const typed = [...records, ...events].flatMap((row) =>
    fields.flatMap((field) => row.fields[field] ?? []),
  )
  return [...new Set([...own, ...typed])].filter((text) => 2 < text.length)
}

describe('what an audience may not see', () => {
  it('is nothing for an authority', () => {
    const contents = contentsOf()
    expect(withhold(contents, { audience: 'authority' })).to.equal(contents)
  })

  it('stands nowhere in what a lead is made from, in any letter case', () => {
    const contents = contentsOf()
    const secrets = secretsOf(contents)
    expect(secrets.length).to.be.above(8)
    const left = JSON.stringify({
      ...withhold(contents, { audience: 'rights_holder' }),
      pictures: [],
    }).toLowerCase()
    for (const secret of secrets) expect(left, secret).to.not.include(secret.toLowerCase())
  })

  it('goes by one number wherever it stands, so that what belongs together still does', () => {
    const before = contentsOf()
    const after = withhold(before, { audience: 'platform' })
    expect(after.nodes.length).to.equal(new Set(after.nodes.map(({ key }) => key)).size)
    expect(after.edges.map(({ type }) => type)).to.deep.equal(before.edges.map(({ type }) => type))
    const keys = new Set(after.nodes.map(({ key }) => key))
    for (const { from, to } of after.edges)
      for (const end of [from, to]) if (!end.startsWith('shop:')) expect(keys).to.include(end)
    expect(withhold(contentsOf(), { audience: 'platform' })).to.deep.equal(after)
  })

  it('is never a day, though an account may be written as one', () => {
    const contents = contentsOf()
    const days = (of: LeadContents) => of.events.flatMap(({ fields }) => fields['ordered_on'] ?? [])
    const day = String(days(contents)[0])
    expect(day).to.match(/^\d{4}-\d{2}-\d{2}$/)
    const named = contents.nodes.map((node) =>
      node.kind === 'PaymentAccount' ? { ...node, name: day } : node,
    )
    expect(named.map(({ name }) => name)).to.include(day)
    const after = withhold({ ...contents, nodes: named }, { audience: 'platform' })
    expect(days(after)).to.deep.equal(days(contents))
  })

  it('leaves a lead that can be sealed, and says how much stands under a number', async () => {
    const contents = withhold(contentsOf(), { audience: 'rights_holder' })
    const lead = await sealed(contents)
    expect(lead.text('data/limits.md')).to.match(/values stand under a number wherever they occur/)
    for (const [path, bytes] of lead.files) {
      const text = new TextDecoder().decode(bytes)
      for (const secret of secretsOf(contentsOf()))
        expect(text.includes(secret), `${secret} in ${path}`).to.equal(false)
    }
  })

  it('is a registrant to whom nobody gave a role, also for an authority, when that is asked for', () => {
    const contents = contentsOf()
    const [one, ...others] = contents.nodes.filter(({ kind }) => kind === 'Identity')
    const after = withhold(contents, { audience: 'authority', named: new Set([one?.key ?? '']) })
    const text = JSON.stringify(after)
    expect(text).to.include(one?.name ?? '')
    for (const { name } of others) expect(text, name).to.not.include(name)
  })

  it('is no factory, though parcels name it as their sender, unless a registrant is called so', () => {
    const contents = contentsOf()
    const { name = '' } = contents.nodes.find(({ kind }) => kind === 'Factory') ?? {}
    const sent = (sender_name: string): LeadContents => ({
      ...contents,
      records: contents.records.map((row) =>
        row.kind === 'parcel' ? { ...row, fields: { ...row.fields, sender_name } } : row,
      ),
    })
    const left = (before: LeadContents, audience: 'authority' | 'rights_holder') =>
      JSON.stringify({ ...withhold(before, { audience, named: new Set() }), pictures: [] })
    for (const audience of ['authority', 'rights_holder'] as const) {
      expect(left(sent(name.toUpperCase()), audience)).to.include(name)
      expect(left(sent('陈建国 Chen Jianguo'), audience)).to.not.include('Jianguo')
    }
    const [registrant, ...others] = contents.nodes.filter(({ kind }) => kind === 'Identity')
    if (registrant === undefined) throw new Error('the contents hold no registrant')
    const nodes = [
      ...contents.nodes.filter(({ kind }) => kind !== 'Identity'),
      ...[{ ...registrant, name }, ...others],
    ]
    expect(left({ ...sent(name), nodes }, 'authority')).to.not.include(name)
  })
})

describe('a text in which others are replaced', () => {
  const replaced = (pairs: Record<string, string>, text: string) =>
    replaceAll(textTrie(new Map(Object.entries(pairs))), text, 6)

  it('loses the longest first, in any letter case, Chinese inside of a sentence too', () => {
    expect(replaced({ abcdef: '1', abcdefgh: '2' }, 'xABCDEFGHx abcdefx')).to.equal('x2x 1x')
    expect(replaced({ 李明: '[1]' }, '李明箱包店的李明')).to.equal('[1]箱包店的[1]')
  })

  it('keeps words that only hold a short one', () => {
    expect(replaced({ al: '[1]' }, 'Alibaba, Al and sal')).to.equal('Alibaba, [1] and sal')
    expect(replaced({ '4471': '[1]' }, '62174471, 4471')).to.equal('62174471, [1]')
  })

  it('(law) holds none of the long texts afterwards', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'C'), minLength: 6 }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(
        words,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 80 }),
        (list, text) => {
          const trie = textTrie(new Map(list.map((word) => [word, '-'])))
          const left = replaceAll(trie, text, 6)
          for (const word of list) expect(left.includes(word.toLowerCase())).to.equal(false)
        },
      ),
    )
  })
})
