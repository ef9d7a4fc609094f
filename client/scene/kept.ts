import type { Scene } from './scene.ts'

/** A saved scene that was opened or saved here, and what the picture held then. */
export interface Kept {
  readonly id: string
  readonly signature: string
}

const known = new WeakMap<Scene, string>()

/** What tells one picture from another: the ring, what is in it, what is hidden and what stands where somebody put it. */
export function signatureOf(scene: Scene): string {
  const before = known.get(scene)
  if (before !== undefined) return before
  const { ring, nodes, hidden, pinned } = scene
  const places = [...pinned].map(([key, { x, y }]) => [key, x, y])
  const parts = [[...nodes.keys()], [...hidden]].map((keys) => keys.toSorted())
  const signature = JSON.stringify([ring?.id, ...parts, places.toSorted()])
  known.set(scene, signature)
  return signature
}

/** The id of the saved scene that a picture still is; undefined once it was changed. */
export function keptId(kept: Kept | undefined, scene: Scene): string | undefined {
  return kept !== undefined && kept.signature === signatureOf(scene) ? kept.id : undefined
}
