import { expect } from 'chai'
import fc from 'fast-check'

import type { Listing } from '../../../server/linkage/catalogue/listing.ts'
import { titleHashes } from '../../../server/linkage/catalogue/title-tokens.ts'
import { aListing, catalogueOf, literalsOf, recordHash } from './listings.ts'

describe('images of shops', () => {
  it('join the shops that show them, each counted once', () => {
    const { images } = catalogueOf(
      [
        aListing('a', 1, { images: ['x', 'y', 'x'] }),
        aListing('a', 2, { images: ['x'] }),
        aListing('b', 3, { images: ['x', 'z'] }),
      ],
      ['a', 'b', 'c'],
    )
    expect(literalsOf(images, 0)).to.deep.equal(['x'])
    expect(literalsOf(images, 1)).to.deep.equal(['x'])
    expect([...images.holders]).to.deep.equal([2])
  })

  it('are counted for each shop even where nobody else has them', () => {
    const { images } = catalogueOf([aListing('b', 1, { images: ['x', 'y', 'x'] })], ['a', 'b'])
    expect([...images.sizes]).to.deep.equal([0, 2])
    expect([...images.starts]).to.deep.equal([0, 0, 0])
  })

  it('are shown in the first record that has them', () => {
    const { images } = catalogueOf(
      [
        aListing('a', 9, { images: ['x'] }),
        aListing('a', 4, { images: ['x'] }),
        aListing('b', 5, { images: ['x'] }),
      ],
      ['a', 'b', 'c'],
    )
    expect(images.exampleOf(0, 0)).to.deep.equal({ literal: 'x', record: recordHash(4) })
    expect(images.exampleOf(0, 2)).to.equal(undefined)
  })

  it('have one to show that nobody else has, where there is one', () => {
    const { images, titles } = catalogueOf(
      [
        aListing('a', 1, { images: ['x', 'own'], title: 'lotus bag' }),
        aListing('b', 2, { images: ['x'], title: 'heron clock' }),
      ],
      ['a', 'b', 'c'],
    )
    expect(images.ownExampleOf(0)).to.deep.equal({ literal: 'own', record: recordHash(1) })
    expect(images.ownExampleOf(1)).to.equal(undefined)
    expect(titles.ownExampleOf(1)).to.deep.equal({ literal: 'heron clock', record: recordHash(2) })
    expect(titles.ownExampleOf(2)).to.equal(undefined)
  })

  it('are two under two schemes', () => {
    const { images } = catalogueOf(
      [
        aListing('a', 1, { images: ['0123456789abcdef'] }),
        aListing('b', 2, { images: ['0123456789abcdef'], imageScheme: 'phash64' }),
      ],
      ['a', 'b'],
    )
    expect(images.holders).to.have.length(0)
  })

  it('are one picture where their hashes are near', () => {
    const { images } = catalogueOf(
      [
        aListing('a', 1, { images: ['0123456789abcdef'], imageScheme: 'phash64' }),
        aListing('b', 2, { images: ['0123456789ABCDE0'], imageScheme: 'phash64' }),
        aListing('c', 3, { images: ['ffff456789abcdef'], imageScheme: 'phash64' }),
      ],
      ['a', 'b', 'c'],
    )
    expect([...images.holders]).to.deep.equal([2])
    expect(literalsOf(images, 1)).to.deep.equal(['0123456789ABCDE0'])
  })

  it('of shops that are not asked about are left out', () => {
    const listings = [
      aListing('a', 1, { images: ['x'] }),
      aListing('elsewhere', 2, { images: ['x'] }),
    ]
    expect(catalogueOf(listings, ['a']).images.holders).to.have.length(0)
  })
})

describe('titles of shops', () => {
  it('agree in words whatever their width, case and punctuation', () => {
    expect(titleHashes('ＬＯＴＵＳ 手袋!')).to.deep.equal(titleHashes('lotus, 手袋'))
  })

  it('are cut into words and neighbouring words, and shorter where no spaces are written', () => {
    expect(titleHashes('Lotus').size).to.equal(1)
    expect(titleHashes('red bag').size).to.equal(2 + 1)
    expect(titleHashes('red lotus bag').size).to.equal(3 + 2 + 1)
    expect(titleHashes('莲花手袋').size).to.equal(2 + 1)
    expect(titleHashes('Lotus莲花 bag').size).to.equal(3 + 2 + 1)
    expect(titleHashes('。 – !').size).to.equal(0)
  })

  it('agree in their words when these stand in another order, and no further', () => {
    const other = titleHashes('lotus red bag')
    expect([...titleHashes('red lotus bag')].filter((hash) => other.has(hash))).to.have.length(3)
  })

  it('give their whole text as the example of a word', () => {
    const { titles } = catalogueOf(
      [aListing('a', 1, { title: 'Golden Lotus' }), aListing('b', 2, { title: 'lotus bag' })],
      ['a', 'b'],
    )
    expect(literalsOf(titles, 0)).to.deep.equal(['Golden Lotus'])
    expect(literalsOf(titles, 1)).to.deep.equal(['lotus bag'])
  })

  it('lose the words that the whole trade uses', () => {
    const shops = Array.from({ length: 300 }, (_, n) => `s${n}`)
    const listings = shops.map((shop, n) => aListing(shop, n, { title: `bag rare${n >> 1}` }))
    const { titles } = catalogueOf(listings, shops)
    expect(Math.max(...titles.holders)).to.equal(2)
    expect(titles.sizes[0]).to.equal(3)
  })
})

describe('the catalogue', () => {
  const shops = ['a', 'b', 'c', 'd']
  const word = fc.constantFrom('lotus', 'red', '手袋', '莲花包', 'x1')
  const listings = fc.array(
    fc.record({
      shop: fc.constantFrom(...shops),
      title: fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
      images: fc.array(fc.constantFrom('i1', 'i2', 'i3', 'i4'), { maxLength: 3 }),
      brand: word,
      price: fc.integer({ min: 1, max: 500 }),
    }),
    { maxLength: 12 },
  )

  it('is the same whatever order the listings come in', () => {
    fc.assert(
      fc.property(listings, (rows) => {
        const all = rows.map(({ shop, ...more }, n): Listing => aListing(shop, n, more))
        expect(plain(catalogueOf(all.toReversed(), shops))).to.deep.equal(
          plain(catalogueOf(all, shops)),
        )
      }),
    )
  })

  it('says for every token how many shops have it, and shows it at each', () => {
    fc.assert(
      fc.property(listings, (rows) => {
        const all = rows.map(({ shop, ...more }, n): Listing => aListing(shop, n, more))
        const { images, titles } = catalogueOf(all, shops)
        for (const column of [images, titles]) {
          const shown = shops.flatMap((_, shop) => literalsOf(column, shop))
          expect(shown).to.not.include(undefined)
          expect(countOf(column.codes)).to.deep.equal([...column.holders])
        }
      }),
    )
  })
})

function countOf(codes: Int32Array): number[] {
  const counts: number[] = []
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

function plain({ images, titles }: ReturnType<typeof catalogueOf>) {
  const { exampleOf: _image, ownExampleOf: _ownImage, ...imageSets } = images
  const { exampleOf: _title, ownExampleOf: _ownTitle, ...titleSets } = titles
  return { imageSets, titleSets }
}
