import { run, useExplorer } from '../scene/store.ts'

/** Takes one link or relation off the canvas, its ends stay; nothing is deleted, and undo brings it back. */
export function hideLink(id: string): void {
  const { view, selection } = useExplorer.getState()
  const hidden = new Set([...view.scene.hidden, id])
  run({ code: 'hidLink' }, { ...view, scene: { ...view.scene, hidden } })
  if (selection !== undefined && selection.kind !== 'nodes' && selection.id === id) {
    useExplorer.setState({ selection: undefined })
  }
}
