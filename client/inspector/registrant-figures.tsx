import { lazy, Suspense } from 'react'

import type { BareNode } from '../../server/contract/graph.ts'
import { withTexts } from '../i18n/i18n.ts'

/** Comes when an identity is first looked at. */
const Indicators = lazy(async () => ({
  default: (await withTexts(() => import('./registrant/indicators.tsx'))).Indicators,
}))

/** What can be counted of a registrant; nothing for anything that is no identity. */
export function RegistrantFigures({ node: { key, kind, name } }: { readonly node: BareNode }) {
  if (kind !== 'Identity') return null
  return (
    <Suspense fallback={null}>
      <Indicators key={key} identity={key} name={name} />
    </Suspense>
  )
}
