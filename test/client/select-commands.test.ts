import { expect } from 'chai'

import { hideOthers, showHidden } from '../../client/commands/select-hide.ts'
import { drop, unpin } from '../../client/commands/select-pin.ts'
import { setSense, setWindow } from '../../client/commands/time.ts'
import { emptyFilter } from '../../client/filter/filter.ts'
import { setFilter } from '../../client/filter/set-filter.ts'
import { emptyScene } from '../../client/scene/build-scene.ts'
import { emptyHistory, lastStep, undo } from '../../client/scene/history.ts'
import { pinsOf } from '../../client/scene/pins.ts'
import { setWorkspace, useExplorer } from '../../client/scene/store.ts'
import { aShop } from './builders.ts'

const keys = ['shop:a/1', 'shop:a/2', 'shop:b/3']

function start(hidden: readonly string[] = []): void {
  const nodes = new Map(keys.map((key) => [key, aShop({ key })]))
  useExplorer.setState({
    history: emptyHistory,
    view: { scene: { ...emptyScene, nodes, hidden: new Set(hidden) }, layout: 'force' },
    selection: undefined,
    filter: emptyFilter,
    base: undefined,
    window: undefined,
    sense: 'true',
  })
}

const sceneNow = () => useExplorer.getState().view.scene
const stepName = () => lastStep(useExplorer.getState().history)?.name

describe('commands on a selection', () => {
  beforeEach(() => start())
  after(() => start())

  it('hide the others as one step that undo takes back', () => {
    hideOthers(['shop:a/1'])
    expect([...sceneNow().hidden]).to.deep.equal(['shop:a/2', 'shop:b/3'])
    expect(stepName()).to.deep.equal({ code: 'hidOthers', count: 2 })
    setWorkspace(undo(useExplorer.getState()))
    expect(sceneNow().hidden.size).to.equal(0)
  })

  it('hide nothing where nothing is selected or nothing is left', () => {
    hideOthers([])
    hideOthers(keys)
    expect(useExplorer.getState().history.steps).to.deep.equal([])
  })

  it('show again what was hidden, as a step', () => {
    start(['shop:a/2', 'shop:b/3'])
    showHidden()
    expect(sceneNow().hidden.size).to.equal(0)
    expect(stepName()).to.deep.equal({ code: 'shownAgain', count: 2 })
  })

  it('keep what was dragged where it was put, in that picture alone, until it is unpinned or undone', () => {
    drop(new Map([['shop:a/1', { x: 3, y: 4 }]]))
    expect([...pinsOf(sceneNow(), 'force')]).to.deep.equal([['shop:a/1', { x: 3, y: 4 }]])
    expect(pinsOf(sceneNow(), 'lanes').size).to.equal(0)
    unpin(['shop:a/1', 'shop:a/2'])
    expect(stepName()).to.deep.equal({ code: 'unpinned', count: 1 })
    expect(pinsOf(sceneNow(), 'force').size).to.equal(0)
    setWorkspace(undo(useExplorer.getState()))
    expect(pinsOf(sceneNow(), 'force').size).to.equal(1)
  })

  it('let go of what the filter leaves out, in a step that knows both', () => {
    const selection = { kind: 'nodes', keys } as const
    useExplorer.setState({ selection, base: { code: 'openedShop', name: 'a' } })
    setFilter({ off: ['platform:a'] })
    expect(useExplorer.getState().selection).to.deep.equal({ kind: 'nodes', keys: ['shop:b/3'] })
    setFilter({ off: ['kind:Shop'] })
    expect(useExplorer.getState().selection).to.equal(undefined)
    const codes = () => useExplorer.getState().history.steps.map(({ name }) => name)
    expect(codes()).to.deep.equal([
      { code: 'filtered', out: ['platform:a'], back: [] },
      { code: 'filtered', out: ['kind:Shop'], back: ['platform:a'] },
    ])
    const [first] = useExplorer.getState().history.steps
    expect(first?.beside?.filter?.was).to.equal(emptyFilter)
    expect(first?.beside?.selection?.was).to.equal(selection)
  })

  it('move the window as one step, and clear it as another that gives it back', () => {
    useExplorer.setState({ base: { code: 'openedShop', name: 'a' }, window: undefined })
    setWindow({ from: '2024-01-01', to: '2024-06-01' })
    setWindow({ from: '2024-02-01', to: '2024-07-01' })
    setWindow(undefined)
    const { history } = useExplorer.getState()
    expect(history.steps.map(({ name }) => name.code)).to.deep.equal(['window', 'windowCleared'])
    const [moved, cleared] = history.steps.map(({ beside }) => beside?.window)
    expect(moved?.was).to.equal(undefined)
    expect(moved?.is).to.equal(cleared?.was)
    expect(cleared?.was).to.deep.equal({ from: '2024-02-01', to: '2024-07-01' })
  })

  it('read the date in another sense, once', () => {
    useExplorer.setState({ base: { code: 'openedShop', name: 'a' } })
    setSense('known')
    setSense('known')
    expect(useExplorer.getState().history.steps).to.have.length(1)
    expect(lastStep(useExplorer.getState().history)?.beside?.sense?.was).to.equal('true')
  })
})
