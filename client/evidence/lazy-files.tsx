import { lazy, Suspense } from 'react'

import { withTexts } from '../i18n/i18n.ts'
import { Bones } from '../marks/bones.tsx'
import type { Looked } from './evidence-query.ts'

const EvidenceFiles = lazy(async () => ({
  default: (await withTexts(() => import('./evidence-files.tsx'))).EvidenceFiles,
}))

/** The same list, fetched when somebody first looks. */
export function LazyEvidenceFiles(props: { readonly looked: Looked; readonly about: string }) {
  return (
    <Suspense fallback={<Bones rows={2} />}>
      <EvidenceFiles {...props} />
    </Suspense>
  )
}
