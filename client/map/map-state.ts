import { create } from 'zustand'

interface MapState {
  readonly sizeBy: 'parcels' | 'shops'
  /** Factories that are ticked to be compared, at most two. */
  readonly compared: readonly string[]
}

/** How the map is looked at; it changes nothing of the scene. */
export const useMapState = create<MapState>()(() => ({ sizeBy: 'parcels', compared: [] }))

/** Ticks a factory or takes its tick away; a third one takes the place of the first. */
export function tickCompared(key: string): void {
  const { compared } = useMapState.getState()
  const next = compared.includes(key)
    ? compared.filter((other) => other !== key)
    : [...compared, key].slice(-2)
  useMapState.setState({ compared: next })
}
