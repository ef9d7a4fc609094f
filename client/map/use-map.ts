import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { FlowsAnswer } from '../../server/contract/flows.ts'
import type { MapInput } from '../../server/picture/map.ts'
import type { Period } from '../../server/picture/map-traffic.ts'
import { flowsQuery } from '../api/queries.ts'
import { useShownScene } from '../filter/use-shown-scene.ts'
import { asOfIn } from '../scene/as-of.ts'
import type { Scene } from '../scene/scene.ts'
import { useExplorer } from '../scene/store.ts'
import { mapInput } from './map-data.ts'

/** Everything that the map, the columns and the table of one moment show. */
export interface MapModel {
  readonly scene: Scene
  readonly input: MapInput
  readonly flows: FlowsAnswer | undefined
  readonly period: Period
  readonly asOf: string
  readonly error: unknown
  readonly loading: boolean
  readonly retry: () => void
}

export function useMap(): MapModel {
  const { scene } = useShownScene()
  const asOf = useExplorer(asOfIn)
  const { from, to } = useExplorer((state) => state.filter)
  const ring = scene.ring?.id
  const query = useQuery({ ...flowsQuery(ring ?? ''), enabled: ring !== undefined })
  const until = to !== undefined && to < asOf ? to : asOf
  const period = useMemo((): Period => ({ from, until }), [from, until])
  const flows = query.data
  const input = useMemo(() => mapInput(scene, flows, period), [scene, flows, period])
  return {
    scene,
    input,
    flows,
    period,
    asOf,
    error: query.error,
    loading: ring !== undefined && query.isPending,
    retry: () => void query.refetch(),
  }
}
