import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'

import { call } from '../api/call.ts'
import { useExplorer } from '../scene/store.ts'

/** Things that are asked for at once, as in one picture at most. */
export const askedMost = 2_000

const nothing: readonly string[] = []

/** What was known of some things at a moment, with the relations among them and the links of the run of then. */
const toldQuery = (keys: readonly string[], knownAt: string | undefined) =>
  queryOptions({
    queryKey: ['told', knownAt, keys],
    queryFn: ({ signal }) => call('gather', { body: { keys: [...keys], knownAt }, signal }),
    enabled: knownAt !== undefined && 0 < keys.length,
  })

/** Asks what was known of the picture at the moment that was chosen, and puts the answer where every view finds it. */
export function useTold() {
  const knownAt = useExplorer((state) => state.knownAt)
  const nodes = useExplorer((state) => state.view.scene.nodes)
  const keys = useMemo(
    () => (knownAt === undefined ? nothing : [...nodes.keys()].slice(0, askedMost)),
    [knownAt, nodes],
  )
  const query = useQuery(toldQuery(keys, knownAt))
  const { data: answer } = query
  useEffect(() => {
    if (knownAt === undefined || answer === undefined) return
    useExplorer.setState({ told: { knownAt, asked: new Set(keys), answer } })
  }, [knownAt, keys, answer])
  return query
}
