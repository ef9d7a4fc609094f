import { expect } from 'chai'
import fc from 'fast-check'

import type { Life } from '../../server/domain/life.ts'
import { statusAt } from '../../server/picture/lane-rows.ts'
import { lanesPicture } from '../../server/picture/lanes.ts'
import type { RingPicture } from '../../server/picture/ring-picture.ts'
import type { Picture } from '../../server/picture/shape.ts'
import { paintSvg } from '../../server/picture/svg.ts'
import { lightTheme } from '../../server/picture/theme.ts'
import { words } from '../../server/picture/words.ts'
import { aRing } from './a-ring.ts'
import { coveredTexts } from './boxes.ts'
import { expectGolden } from './golden.ts'
import { card, goldenLotus, hub } from './golden-lotus.ts'

const options = {
  width: 800,
  height: 620,
  left: 8,
  asOf: '2026-03-14',
  until: '2026-03-14',
  words: words.en,
}

describe('succession lanes', () => {
  it('draw the Golden Lotus ring as they always did', async () => {
    await expectGolden('lanes.svg', paintSvg(lanesPicture(goldenLotus(), options), lightTheme))
  })

  it('are the same bytes whatever order nodes, edges, links and events come in', () => {
    const ring = goldenLotus()
    const expected = paintSvg(lanesPicture(ring, options), lightTheme)
    fc.assert(
      fc.property(shuffled(ring), (other) => {
        expect(paintSvg(lanesPicture(other, options), lightTheme)).to.equal(expected)
      }),
      { numRuns: 15 },
    )
  })

  it('show a shop as closed that is on record as closed without the day', () => {
    const [shop] = goldenLotus().nodes.filter(({ kind }) => kind === 'Shop')
    const statusOf = (life: object) =>
      statusAt({ ...(shop ?? expect.fail('no shop')), lives: [life as Life] }, options.asOf)
    expect(statusOf({ from: '2024-01-01', began: 'opened' })).to.equal('open')
    const ended = { from: '2024-01-01', began: 'opened', ended: 'counterfeit' }
    expect(statusOf(ended)).to.equal('closed')
  })

  it('say which account alone joins the second chain', () => {
    const texts = textsOf(lanesPicture(goldenLotus(), options))
    expect(texts).to.include('Chain B joins the ring through this account alone.')
    expect(texts).to.include('Without it: two rings, 6 and 2 shops.')
    expect(joinOf(lanesPicture(goldenLotus(), options))).to.equal(card)
  })

  it('say no such thing where a second link crosses over on another value', () => {
    const ring = goldenLotus()
    const [crossing] = ring.links.filter(
      ({ kind, to }) => kind === 'same_controller' && to.endsWith('70002'),
    )
    if (crossing === undefined) throw new Error('the fixture has a crossing link')
    const other = { ...crossing, ledger: { ...crossing.ledger, standsOn: [] } }
    const picture = lanesPicture({ ...ring, links: [...ring.links, other] }, options)
    expect(joinOf(picture)).to.equal(undefined)
  })

  it('keep what strangers share hollow and count it', () => {
    const picture = lanesPicture(goldenLotus(), options)
    const node = picture.shapes.find((shape) => shape.shape === 'node' && shape.subject.id === hub)
    expect(node).to.include({ generic: true })
    expect(textsOf(picture)).to.include('148 shops: 0 bits')
  })

  it('cover no text with another, from 2 shops to 40 and in both languages', () => {
    for (const size of [2, 3, 4, 5, 6, 8, 11, 13, 17, 21, 26, 33, 40]) {
      for (const chain of [size, 3, 1]) {
        for (const language of ['en', 'zh'] as const) {
          const picture = lanesPicture(aRing(size, { chain }), {
            ...options,
            words: words[language],
          })
          expect(coveredTexts(picture), `${size} shops in chains of ${chain}`).to.deep.equal([])
        }
      }
    }
  })

  it('cover no text with another where names are long', () => {
    for (const size of [2, 6, 13, 40]) {
      const picture = lanesPicture(
        aRing(size, { chain: 4, name: '莲记高级手袋专营店 Lotus Premium Handbags' }),
        options,
      )
      expect(coveredTexts(picture)).to.deep.equal([])
    }
  })

  it('leave out the shops that have no room, and say how many', () => {
    expect(lanesPicture(aRing(75), options).notes).to.include(
      '15 more shops without room here: see the table.',
    )
  })

  it('draw shops without any date, and say that there is none', () => {
    const picture = lanesPicture(aRing(5, { chain: 1, undated: true }), options)
    expect(textsOf(picture)).to.include.members([
      'Shop 0',
      'Shop 4',
      'no opening or closing dates known',
    ])
  })

  it('draw what began after the as-of date as not yet there, and move nothing', () => {
    const now = lanesPicture(goldenLotus(), options)
    const then = lanesPicture(goldenLotus(), { ...options, asOf: '2024-09-15' })
    expect(placesOf(then)).to.deep.equal(placesOf(now))
    const ghosts = then.shapes.flatMap((shape) =>
      shape.shape === 'node' && shape.ghost === true ? [shape.subject.id] : [],
    )
    expect(ghosts).to.have.members(['shop:weigou/12903', 'shop:jushi/88213', 'shop:jushi/70002'])
  })
})

function shuffled(ring: RingPicture): fc.Arbitrary<RingPicture> {
  const any = <T>(values: readonly T[]) =>
    fc.shuffledSubarray([...values], { minLength: values.length })
  return fc
    .tuple(any(ring.nodes), any(ring.edges), any(ring.links), any(ring.events))
    .map(([nodes, edges, links, events]) => ({ ...ring, nodes, edges, links, events }))
}

function textsOf({ shapes }: Picture): string[] {
  return shapes.flatMap((shape) => (shape.shape === 'text' ? [shape.text] : []))
}

function joinOf({ shapes }: Picture): string | undefined {
  return shapes.find((shape) => shape.shape === 'circle' && shape.style === 'only-join-ring')
    ?.subject?.id
}

function placesOf({ shapes }: Picture) {
  return shapes.flatMap((shape) =>
    shape.shape === 'node' ? [[shape.subject.id, shape.x, shape.y] as const] : [],
  )
}
