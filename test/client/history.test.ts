import { expect } from 'chai'
import fc from 'fast-check'

import { branchesOf, goOver, noteDate } from '../../client/scene/branches.ts'
import { emptyScene, withMore } from '../../client/scene/build-scene.ts'
import {
  emptyHistory,
  freshId,
  lastStep,
  record,
  redo,
  undo,
  type Workspace,
} from '../../client/scene/history.ts'
import { patchBetween, type View } from '../../client/scene/patch.ts'
import { anyView, aShop } from './builders.ts'

const someViews = fc.array(anyView, { minLength: 1, maxLength: 8 })

describe('history', () => {
  it('undone as often as it was run is where it began, and redone is where it was', () => {
    fc.assert(
      fc.property(anyView, someViews, (start, views) => {
        const end = runAll(start, views)
        const back = times(views.length, undo, end)
        expect(back.view).to.deep.equal(start)
        expect(times(views.length, redo, back).view).to.deep.equal(end.view)
      }),
    )
  })

  it('passes through every view on the way back', () => {
    fc.assert(
      fc.property(anyView, someViews, (start, views) => {
        const expected = [start, ...views].toReversed()
        const end = runAll(start, views)
        for (const [steps, view] of expected.entries()) {
          expect(times(steps, undo, end).view).to.deep.equal(view)
        }
      }),
    )
  })

  it('has nothing to undo before the first step and nothing to redo after the last', () => {
    fc.assert(
      fc.property(anyView, someViews, (start, views) => {
        const end = runAll(start, views)
        expect(redo(end)).to.equal(end)
        const back = times(views.length, undo, end)
        expect(undo(back)).to.equal(back)
      }),
    )
  })

  it('keeps the undone steps as a branch when a new one is run, and goes back over to them', () => {
    fc.assert(
      fc.property(anyView, someViews, anyView, fc.nat(7), (start, views, other, back) => {
        const end = runAll(start, views)
        const undone = 1 + (back % views.length)
        const branched = run(times(undone, undo, end), other)
        expect(branched.history.steps).to.have.length(views.length - undone + 1)
        expect(redo(branched)).to.equal(branched)
        expect(branched.view).to.deep.equal(other)

        const [branch] = branchesOf(branched.history)
        expect(branch?.own).to.deep.equal(end.history.steps.slice(-undone))
        expect(goOver(branched.history, branch?.id ?? 0)).to.equal(branched.history)
        const left = undo(branched)
        const over = { ...left, history: goOver(left.history, branch?.id ?? 0) }
        expect(times(undone, redo, over).view).to.deep.equal(end.view)
        expect(branchesOf(over.history).map(({ own }) => own)).to.deep.equal([
          branched.history.steps.slice(-1),
        ])
      }),
    )
  })

  it('loses no step, however often one undoes and goes on otherwise', () => {
    const moves = fc.array(fc.tuple(fc.nat(3), anyView), { maxLength: 8 })
    fc.assert(
      fc.property(anyView, moves, (start, drawn) => {
        const end = drawn.reduce<Workspace>(
          (workspace, [back, view]) => run(times(back, undo, workspace), view),
          { history: emptyHistory, view: start },
        )
        const { steps, branches } = end.history
        const kept = new Set([...branches, steps].flat().map(({ id }) => id))
        expect(kept.size).to.equal(drawn.length)
        expect(new Set(branchesOf(end.history).map(({ id }) => id)).size).to.equal(branches.length)
      }),
    )
  })

  it('keeps what can be redone when only the date is changed, and counts moves in a row as one step', () => {
    fc.assert(
      fc.property(anyView, someViews, (start, views) => {
        const back = undo(runAll(start, views))
        const moved = at(at(back, undefined, '2024-01-01'), '2024-01-01', '2024-02-01')
        expect(moved.history.steps).to.have.length(views.length + 1)
        expect(lastStep(moved.history)?.beside?.asOf).to.deep.equal({
          was: undefined,
          is: '2024-02-01',
        })
        expect(undo(moved).view).to.deep.equal(back.view)
        expect(redo(moved).view).to.deep.equal(views.at(-1))
        expect(moved.history.branches).to.deep.equal([])
      }),
    )
  })

  it('takes a step back within 50 milliseconds, with a picture of 5,000 nodes', () => {
    const shops = Array.from({ length: 5_000 }, (_, index) => aShop({ key: `shop:a/${index}` }))
    const view: View = { layout: 'lanes', scene: withMore(emptyScene, { nodes: shops }) }
    const end = run({ history: emptyHistory, view: { ...view, scene: emptyScene } }, view)
    const began = performance.now()
    expect(undo(end).view.scene.nodes.size).to.equal(0)
    expect(performance.now() - began).to.be.below(50)
  })
})

function runAll(start: View, views: readonly View[]): Workspace {
  return views.reduce(run, { history: emptyHistory, view: start })
}

function run(workspace: Workspace, after: View): Workspace {
  const patch = patchBetween(workspace.view, after)
  const id = freshId(workspace.history)
  return record(workspace, { id, at: 0, name: { code: 'hid', count: 1 }, patch })
}

/** The date of the picture is moved. */
function at(workspace: Workspace, was: string | undefined, is: string): Workspace {
  const id = freshId(workspace.history)
  const step = { id, at: 0, name: { code: 'asOf', date: is }, patch: {} } as const
  const history = noteDate(workspace.history, { ...step, beside: { asOf: { was, is } } })
  return { ...workspace, history }
}

function times(count: number, act: (workspace: Workspace) => Workspace, from: Workspace) {
  return Array.from({ length: count }).reduce<Workspace>((workspace) => act(workspace), from)
}
