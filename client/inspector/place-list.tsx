import { lazy, Suspense } from 'react'

import type { PlaceFacts } from '../../server/contract/graph.ts'
import { withTexts } from '../i18n/i18n.ts'

export interface PlacesProps {
  readonly places: readonly PlaceFacts[]
  /** Places that are not among them. */
  readonly more: number
  /** Relations and records about them that were not read. */
  readonly omitted: number
}

/** As they are told, which need not be all of it. */
type PlaceListProps = { readonly [Name in keyof PlacesProps]?: PlacesProps[Name] | undefined }

/** Comes when something that has a place is first looked at. */
const Places = lazy(async () => ({
  default: (await withTexts(() => import('./places.tsx'))).Places,
}))

/** Where something is and what is done there; nothing where no place is known. */
export function PlaceList({ places, more = 0, omitted = 0 }: PlaceListProps) {
  if (places === undefined || (places.length === 0 && omitted === 0)) return null
  return (
    <Suspense fallback={null}>
      <Places places={places} more={more} omitted={omitted} />
    </Suspense>
  )
}
