import { create } from 'zustand'

/** Pairs of nodes whose relations are drawn one by one. It changes how the picture is drawn and nothing in it. */
export const useFans = create<{ readonly fanned: ReadonlySet<string> }>()(() => ({
  fanned: new Set(),
}))

export function pairId(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a])
}

/** Draws the relations of two nodes one by one, or merges them again. */
export function setFan(a: string, b: string, on: boolean): void {
  const fanned = new Set(useFans.getState().fanned)
  if (on) fanned.add(pairId(a, b))
  else fanned.delete(pairId(a, b))
  useFans.setState({ fanned })
}
