import { expect } from 'chai'

import { leavePast, moveDate, moveMoment } from '../../client/commands/travel-beside.ts'
import { emptyScene } from '../../client/scene/build-scene.ts'
import { edgeId, linkId, type Scene } from '../../client/scene/scene.ts'
import { sceneThen, type Told } from '../../client/scene/scene-then.ts'
import { useExplorer } from '../../client/scene/store.ts'
import type { GatherAnswer } from '../../server/contract/desk.ts'
import { aLink, anEdge, aShop } from './builders.ts'

const [a, b] = [
  aShop({ key: 'shop:a/1', name: 'Lotus' }),
  aShop({ key: 'shop:a/2', name: 'Heron' }),
]
const edge = anEdge({ from: a.key, to: b.key })
const link = aLink(a.key, b.key)
const scene: Scene = {
  ...emptyScene,
  nodes: new Map([a, b].map((node) => [node.key, node])),
  edges: new Map([[edgeId(edge), edge]]),
  links: new Map([[linkId(link), link]]),
}

function told(answer: Partial<GatherAnswer>, asked = [a.key, b.key]): Told {
  const empty = { nodes: [], edges: [], links: [], holders: {}, generic: [], events: [] }
  return {
    knownAt: '2026-05-03T10:00:00.000Z',
    asked: new Set(asked),
    answer: { ...empty, unknown: [], omitted: 0, ...answer },
  }
}

describe('a scene as it was known at a moment', () => {
  it('is the scene itself where no moment was chosen', () => {
    expect(sceneThen(scene, undefined).scene).to.equal(scene)
    expect(sceneThen(scene, undefined).unknown.size).to.equal(0)
  })

  it('calls things as they were called, and links them as the run of then did', () => {
    const then = told({
      nodes: [{ ...a, name: 'Old Lotus' }, b],
      edges: [edge],
      links: [{ ...link, probability: 0.5 as typeof link.probability }],
    })
    const { scene: shown, unknown } = sceneThen(scene, then)
    expect(shown.nodes.get(a.key)?.name).to.equal('Old Lotus')
    expect(shown.links.get(linkId(link))?.probability).to.equal(0.5)
    expect([...unknown]).to.deep.equal([])
  })

  it('keeps what was not known in its place, and names it', () => {
    const { scene: shown, unknown } = sceneThen(scene, told({ nodes: [a] }))
    expect([...shown.nodes.keys()]).to.deep.equal([...scene.nodes.keys()])
    expect([...unknown]).to.have.members([b.key, edgeId(edge), linkId(link)])
  })

  it('says nothing of what was not asked for', () => {
    expect([...sceneThen(scene, told({ nodes: [a] }, [a.key])).unknown]).to.deep.equal([])
  })

  it('is one value for the same question', () => {
    const then = told({ nodes: [a] })
    expect(sceneThen(scene, then)).to.equal(sceneThen(scene, then))
  })
})

describe('moving the moment of knowledge', () => {
  const [first, second] = ['2026-05-03T10:00:00.000Z', '2026-06-03T10:00:00.000Z']
  const before = useExplorer.getState()
  beforeEach(() => useExplorer.setState({ ...before, base: { code: 'openedRing', name: 'Lotus' } }))
  after(() => useExplorer.setState(before))

  const steps = () => useExplorer.getState().history.steps.map(({ beside }) => beside)

  it('is one step for moves in a row, which knows the way back', () => {
    moveMoment(first)
    moveMoment(second)
    expect(useExplorer.getState().knownAt).to.equal(second)
    expect(steps()).to.deep.equal([{ knownAt: { was: undefined, is: second } }])
  })

  it('ends together with the day, in one step that knows both', () => {
    moveDate('2024-05-01')
    moveMoment(first)
    leavePast()
    expect(useExplorer.getState()).to.include({ knownAt: undefined, asOf: undefined })
    expect(steps().at(-1)).to.deep.equal({
      knownAt: { was: first, is: undefined },
      asOf: { was: '2024-05-01', is: undefined },
    })
  })

  it('ends on a day alone as a move of the day', () => {
    moveDate('2024-05-01')
    leavePast()
    expect(steps()).to.deep.equal([{ asOf: { was: undefined, is: undefined } }])
  })
})
