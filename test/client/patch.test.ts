import { expect } from 'chai'
import fc from 'fast-check'

import { emptyScene } from '../../client/scene/build-scene.ts'
import {
  applyPatch,
  inverse,
  nodesGained,
  patchBetween,
  type View,
} from '../../client/scene/patch.ts'
import { anyView, aShop } from './builders.ts'

describe('patch', () => {
  it('leads from the one view to the other', () => {
    fc.assert(
      fc.property(anyView, anyView, (before, after) => {
        expect(applyPatch(before, patchBetween(before, after))).to.deep.equal(after)
      }),
    )
  })

  it('applied and then inverted gives the same view', () => {
    fc.assert(
      fc.property(anyView, anyView, (before, after) => {
        const patch = patchBetween(before, after)
        expect(applyPatch(applyPatch(before, patch), inverse(patch))).to.deep.equal(before)
      }),
    )
  })

  it('inverted twice is itself', () => {
    fc.assert(
      fc.property(anyView, anyView, (before, after) => {
        const patch = patchBetween(before, after)
        expect(inverse(inverse(patch))).to.deep.equal(patch)
      }),
    )
  })

  it('between a view and itself changes nothing', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(patchBetween(view, view)).to.deep.equal({})
      }),
    )
  })

  it('keeps the place of a node whose value changes', () => {
    const view = viewOf(['shop:a/1', 'shop:a/2'])
    const nodes = new Map(view.scene.nodes)
    nodes.set('shop:a/1', aShop({ key: 'shop:a/1', name: 'renamed' }))
    const after = { ...view, scene: { ...view.scene, nodes } }
    const patched = applyPatch(view, patchBetween(view, after))
    expect([...patched.scene.nodes.keys()]).to.deep.equal(['shop:a/1', 'shop:a/2'])
  })

  it('leaves the view that it was given as it was', () => {
    const view = viewOf(['shop:a/1'])
    applyPatch(view, patchBetween(view, viewOf(['shop:a/2'])))
    expect([...view.scene.nodes.keys()]).to.deep.equal(['shop:a/1'])
  })

  it('counts the nodes it brings less those it takes', () => {
    const patch = patchBetween(viewOf(['shop:a/1']), viewOf(['shop:a/2', 'shop:a/3', 'shop:a/4']))
    expect(nodesGained(patch)).to.equal(2)
    expect(nodesGained(inverse(patch))).to.equal(-2)
  })
})

function viewOf(keys: readonly string[]): View {
  const nodes = new Map(keys.map((key) => [key, aShop({ key })]))
  return { layout: 'lanes', scene: { ...emptyScene, nodes } }
}
