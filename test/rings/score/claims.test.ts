import { expect } from 'chai'

import { recallByChanged } from '../../../server/rings/score/by-changed.ts'
import { claimsOf } from '../../../server/rings/score/claims.ts'
import { tiedShare } from '../../../server/rings/score/ties.ts'
import { link } from './links.ts'

describe('claimsOf', () => {
  const truth = [
    { shop: 'a1', controller: 'A' },
    { shop: 'a2', controller: 'A', predecessor: 'a1' },
    { shop: 'f1', controller: 'F', traps: ['franchise'] },
    { shop: 'f2', controller: 'G', traps: ['franchise', 'shared_pack'] },
    { shop: 'h1', controller: 'H', traps: ['family'] },
    { shop: 'h2', controller: 'I' },
  ]

  it('counts a pair once, whatever kinds of link join it', () => {
    const claims = claimsOf(
      [link('a1', 'a2', 0.9, 'came_back_as'), link('a1', 'a2', 0.95, 'same_controller')],
      truth,
      0.8,
    )
    expect(claims).to.include({ pairs: 1, false: 0, right: 1, falsePer10000Honest: 0 })
  })

  it('says which trap the false pairs fell into, and how many of its shops', () => {
    const { byTrap, ...all } = claimsOf(
      [
        link('f1', 'f2', 0.9, 'same_controller'),
        link('a2', 'f1', 0.85, 'came_back_as'),
        link('a1', 'a2', 0.9, 'same_controller'),
        link('h1', 'h2', 0.7, 'same_controller'),
      ],
      truth,
      0.8,
    )
    expect(all).to.deep.equal({
      pairs: 3,
      false: 2,
      right: 1 / 3,
      falsePer10000Honest: (10_000 * 2) / 4,
    })
    expect(byTrap).to.deep.equal([
      { trap: 'family', shops: 1, pairs: 0, false: 0, falseShare: null, shopsCaught: 0 },
      { trap: 'franchise', shops: 2, pairs: 2, false: 2, falseShare: 1, shopsCaught: 1 },
      { trap: 'shared_pack', shops: 1, pairs: 1, false: 1, falseShare: 1, shopsCaught: 1 },
    ])
  })

  it('takes a shared supplier for no claim of a controller', () => {
    const links = [link('f1', 'f2', 1, 'shares_supply'), link('f1', 'unknown', 1, 'came_back_as')]
    expect(claimsOf(links, truth, 0.8)).to.include({ pairs: 0, right: null })
  })
})

describe('recallByChanged', () => {
  it('tells recall apart by how many identifiers a return changed', () => {
    const truth = [
      { shop: 'a1', controller: 'A', changed: [] },
      { shop: 'a2', controller: 'A', predecessor: 'a1', changed: [] },
      { shop: 'a3', controller: 'A', predecessor: 'a2', changed: ['phone', 'email'] },
      { shop: 'b2', controller: 'B', predecessor: 'b1', changed: ['1', '2', '3', '4', '5'] },
      { shop: 'c2', controller: 'C', predecessor: 'c1', changed: ['1', '2', '3', '4'] },
    ]
    const links = [
      link('a1', 'a2', 0.9, 'came_back_as'),
      link('a2', 'a3', 0.9, 'same_controller'),
      link('b1', 'b2', 0.8, 'came_back_as'),
      link('c1', 'c2', 0.79, 'came_back_as'),
    ]
    expect(recallByChanged(links, truth, 0.8)).to.deep.equal([
      { changed: '0', returns: 1, recall: 1, sameController: 1 },
      { changed: '1', returns: 0, recall: null, sameController: null },
      { changed: '2', returns: 1, recall: 0, sameController: 1 },
      { changed: '3', returns: 0, recall: null, sameController: null },
      { changed: '4+', returns: 2, recall: 0.5, sameController: 0.5 },
    ])
  })
})

describe('tiedShare', () => {
  it('counts the links of a kind that no order tells apart', () => {
    const links = [0.9, 0.9, 0.9 - 1e-13, 0.8, 0.7, 0.7 - 1e-9].map((probability, n) =>
      link(`a${n}`, `b${n}`, probability, 'came_back_as'),
    )
    expect(tiedShare(links, 'came_back_as')).to.equal(0.5)
    expect(tiedShare(links, 'same_controller')).to.equal(null)
  })

  it('looks at the first thousand alone', () => {
    const links = Array.from({ length: 1_500 }, (_, n) =>
      link(`a${n}`, `b${n}`, n < 1_000 ? 1 - n / 10_000 : 0.5, 'came_back_as'),
    )
    expect(tiedShare(links, 'came_back_as')).to.equal(0)
  })
})
