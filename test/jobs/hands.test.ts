import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

import { expect } from 'chai'

import { canonicalJson } from '../../server/domain/canonical.ts'
import { sharedBytes, sharedNumbers } from '../../server/domain/columns/large-arrays.ts'
import { handsFor, type OpenHands, openHands } from '../../server/jobs/hands/hands.ts'
import { familyCount, independentFamilies } from '../../server/linkage/combine-families.ts'
import { type Hands, oneHand, type Task } from '../../server/linkage/hands.ts'
import { unknownLevel } from '../../server/linkage/learn/patterns.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { scoreTask } from '../../server/linkage/score.ts'
import { storeModel } from '../../server/linkage/stored-model.ts'
import { learntWorld, patience } from '../linkage/learnt-world.ts'

describe('hands', () => {
  let two: OpenHands

  before(async function () {
    this.timeout(patience)
    two = await openHands(2)
  })
  after(() => two[Symbol.asyncDispose]())

  it('two threads find the links, models and ledgers that one finds, to the last byte', async function () {
    this.timeout(patience)
    const { evidence, options, linkage } = await learntWorld()
    const pieces: number[] = []
    const counting: Hands = {
      each(task, input, all, tell) {
        pieces.push(all.length)
        return two.each(task, input, all, tell)
      },
    }
    const { model, ...told } = linkShops(evidence, { ...options, hands: counting })
    const { model: ownModel, ...own } = linkage
    expect(Math.min(...pieces), 'pieces that two can take').to.be.above(1)
    expect(canonicalJson(storeModel(model))).to.equal(canonicalJson(storeModel(ownModel)))
    expect(canonicalJson(told)).to.equal(canonicalJson(own))
  })

  it('gives what came of each piece at its place, whoever took it', () => {
    const { scores, input } = scoring()
    const takers = new Set(two.each(slow(scoreTask), input, [0, 16_384, 32_768, 49_152]))
    expect([...scores]).to.deep.equal([...alone()])
    expect(takers.has(undefined), 'the other thread took some').to.equal(true)
  })

  it('an error of another thread is the error of who asked, and the next order is answered all the same', () => {
    const broken = { ...slow(scoreTask), name: 'nothing of the kind' }
    const { input } = scoring()
    expect(() => two.each(broken, input, [0, 16_384, 32_768, 49_152])).to.throw(/undefined/)
    const { scores, input: next } = scoring()
    two.each(scoreTask, next, [0, 16_384, 32_768, 49_152])
    expect([...scores]).to.deep.equal([...alone()])
  })

  it('an error of its own ends the order', () => {
    const failing: Task<unknown, number, never> = {
      name: 'score',
      begin: () => () => {
        throw new Error('no more')
      },
    }
    // So many pieces that the other thread cannot have done all of them before this one gets its turn.
    const pieces = Array.from({ length: 20_000 }, (_, n) => (n % 4) * 16_384)
    expect(() => two.each(failing, scoring().input, pieces)).to.throw('no more')
  })

  it('a thread that is ended while it waits for others takes them with it', async () => {
    const waiting = new Worker(new URL('../support/waiting-for-hands.mjs', import.meta.url))
    await once(waiting, 'message')
    await setTimeout(1_000)
    const began = performance.now()
    await waiting.terminate()
    expect(performance.now() - began).to.be.below(5_000)
  })

  it('are never more than the machine has cores, nor than were asked for', () => {
    expect(handsFor(1)).to.equal(1)
    expect(handsFor(10_000)).to.equal(handsFor(9_999))
  })
})

const total = 60_000

/** Pairs of which every third differs in one channel. */
function scoring() {
  const scores = sharedNumbers(total)
  const column = {
    rule: { channel: 'phone' },
    layout: { levels: 2, firstOf: [0], edges: [[0]], centers: [[1]], differ: 1 },
    ranks: [],
    population: 100,
  } as const
  const compared = {
    level: sharedBytes(total).map((_, pair) => (pair % 3 === 0 ? 1 : unknownLevel)),
    agreeing: new Int32Array(0),
    worth: new Float64Array(0),
    apart: undefined,
  }
  const bits = Float64Array.of(3, -1)
  const weights = { m: bits, u: bits, bits }
  const input = {
    columns: [{ column, weights, slope: 1, compared, familyOf: new Uint8Array(2) }],
    within: new Float64Array(familyCount).fill(0.5),
    total,
    own: { across: independentFamilies(), scores },
  }
  return { scores, input }
}

function alone(): Float64Array {
  const { scores, input } = scoring()
  oneHand.each(scoreTask, input, [0, 16_384, 32_768, 49_152])
  return scores
}

/** The same task, done here so slowly that the other thread gets its turn. */
function slow<Input>({ name, begin }: Task<Input, number, void>): Task<Input, number, unknown> {
  return {
    name,
    begin(input) {
      const work = begin(input)
      return (piece) => {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
        work(piece)
        return 'here'
      }
    },
  }
}
