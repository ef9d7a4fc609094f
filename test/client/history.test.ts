import { expect } from 'chai'
import fc from 'fast-check'

import { emptyHistory, record, redo, undo, type Workspace } from '../../client/scene/history.ts'
import { patchBetween, type View } from '../../client/scene/patch.ts'
import { anyView } from './builders.ts'

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

  it('gives up the undone steps when a new one is run', () => {
    fc.assert(
      fc.property(anyView, someViews, anyView, (start, views, other) => {
        const back = undo(runAll(start, views))
        const branched = run(back, other)
        expect(branched.history.steps).to.have.length(views.length)
        expect(redo(branched)).to.equal(branched)
        expect(branched.view).to.deep.equal(other)
      }),
    )
  })
})

function runAll(start: View, views: readonly View[]): Workspace {
  return views.reduce(run, { history: emptyHistory, view: start })
}

function run(workspace: Workspace, after: View): Workspace {
  const patch = patchBetween(workspace.view, after)
  const id = workspace.history.steps.length + 1
  return record(workspace, { id, at: 0, name: { code: 'hid', count: 1 }, patch })
}

function times(count: number, act: (workspace: Workspace) => Workspace, from: Workspace) {
  return Array.from({ length: count }).reduce<Workspace>((workspace) => act(workspace), from)
}
