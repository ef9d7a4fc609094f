import { expect } from 'chai'
import fc from 'fast-check'

import { withMore } from '../../client/scene/build-scene.ts'
import { broughtBy, expansionsOf, withoutStep } from '../../client/scene/collapse.ts'
import {
  emptyHistory,
  freshId,
  record,
  type Step,
  undo,
  type Workspace,
} from '../../client/scene/history.ts'
import { patchBetween, type View } from '../../client/scene/patch.ts'
import { anEdge, anyView, aShop } from './builders.ts'

const key = fc.constantFrom('shop:a/1', 'shop:a/2', 'shop:a/3', 'shop:a/4', 'shop:b/1', 'shop:b/2')

/** What an expansion of a node answers. */
const expansion = fc.record({ around: key, found: fc.array(key, { maxLength: 5 }) })
interface Expansion {
  readonly around: string
  readonly found: readonly string[]
}

describe('collapse', () => {
  it('right after an expansion gives the scene before it', () => {
    fc.assert(
      fc.property(anyView, expansion, (view, asked) => {
        const before = withEnds(view, asked)
        const expanded = expand({ history: emptyHistory, view: before }, asked)
        expect(collapsed(expanded, 0).scene).to.deep.equal(before.scene)
      }),
    )
  })

  it('leaves all that was there before and all that the other expansions brought or stand on', () => {
    fc.assert(
      fc.property(
        anyView,
        fc.array(expansion, { minLength: 1, maxLength: 4 }),
        fc.nat(3),
        (view, asked, nth) => {
          const before = asked.reduce(withEnds, view)
          const place = nth % asked.length
          const end = asked.reduce(expand, { history: emptyHistory, view: before })
          const without = asked.filter((_, index) => index !== place)
          const others = without.reduce(expand, { history: emptyHistory, view: before })
          const { scene } = collapsed(end, place)
          expect([...scene.nodes.keys()]).to.include.members([...others.view.scene.nodes.keys()])
          expect([...scene.edges.keys()]).to.include.members([...others.view.scene.edges.keys()])
          const known = new Set([...others.view.scene.nodes.keys()])
          expect([...scene.nodes.keys()].filter((own) => !known.has(own))).to.deep.equal([])
        },
      ),
    )
  })

  it('keeps a node that another expansion was made from, with the relation that leads to it', () => {
    const start = viewOf('shop:a/1')
    const first = expand(
      { history: emptyHistory, view: start },
      {
        around: 'shop:a/1',
        found: ['shop:a/2', 'shop:a/3'],
      },
    )
    const both = expand(first, { around: 'shop:a/2', found: ['shop:b/1'] })
    const { scene } = collapsed(both, 0)
    expect([...scene.nodes.keys()]).to.have.members(['shop:a/1', 'shop:a/2', 'shop:b/1'])
    expect([...scene.edges.values()].map(({ from, to }) => `${from} ${to}`)).to.have.members([
      'shop:a/1 shop:a/2',
      'shop:a/2 shop:b/1',
    ])
  })

  it('is a step: after it the expansion counts no more, and undone it counts again', () => {
    const asked = { around: 'shop:a/1', found: ['shop:a/2'] }
    const expanded = expand({ history: emptyHistory, view: viewOf('shop:a/1') }, asked)
    const [step] = expansionsOf(expanded.history, 'shop:a/1')
    expect(step).to.not.equal(undefined)
    const after = run(expanded, collapsed(expanded, 0), { collapsed: step?.id ?? 0 })
    expect(expansionsOf(after.history, 'shop:a/1')).to.deep.equal([])
    expect(expansionsOf(undo(after).history, 'shop:a/1')).to.deep.equal([step])
    expect(undo(after).view).to.deep.equal(expanded.view)
  })
})

function viewOf(shop: string): View {
  const scene = withMore(
    { ...emptyView.scene, nodes: new Map() },
    { nodes: [aShop({ key: shop })] },
  )
  return { ...emptyView, scene }
}

const [emptyView] = fc.sample(anyView, { numRuns: 1, seed: 1 }).map(
  (view): View => ({
    layout: 'lanes',
    scene: {
      ...view.scene,
      ring: undefined,
      nodes: new Map(),
      edges: new Map(),
      links: new Map(),
      hidden: new Set(),
      generic: new Set(),
      holders: new Map(),
      pinned: new Map(),
    },
  }),
) as [View]

/** One expands what one sees. */
function withEnds(view: View, { around }: Expansion): View {
  const nodes = new Map([...view.scene.nodes, [around, aShop({ key: around })]])
  const hidden = new Set([...view.scene.hidden].filter((own) => own !== around))
  return { ...view, scene: { ...view.scene, nodes, hidden } }
}

function expand(workspace: Workspace, { around, found }: Expansion): Workspace {
  const items = found.map((own) => ({
    node: aShop({ key: own }),
    edge: anEdge({ from: around, to: own }),
  }))
  const pieces = { nodes: items.map(({ node }) => node), edges: items.map(({ edge }) => edge) }
  const { view } = workspace
  const after = { ...view, scene: withMore(view.scene, pieces) }
  return run(workspace, after, { brought: broughtBy(around, items) })
}

function run(workspace: Workspace, after: View, more: Partial<Step>): Workspace {
  const name = { code: 'expanded', name: '' } as const
  const patch = patchBetween(workspace.view, after)
  return record(workspace, { id: freshId(workspace.history), at: 0, name, patch, ...more })
}

function collapsed({ history, view }: Workspace, place: number): View {
  const step = history.steps[place]
  if (step === undefined) throw new Error('no such step')
  return { ...view, scene: withoutStep(view.scene, history, step) }
}
