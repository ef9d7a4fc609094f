import { lazy, Suspense } from 'react'

import type { BareNode } from '../../server/contract/graph.ts'
import { withTexts } from '../i18n/i18n.ts'
import { holdsRoles } from './roles/partners.ts'

/** Comes when a panel first asks for it. */
const Roles = lazy(async () => ({
  default: (await withTexts(() => import('./roles/roles.tsx'))).Roles,
}))

interface StatedRolesProps {
  readonly about: string
  readonly end: 'subject' | 'of'
}

/** What people state of who controls and does what, of a thing or a ring. */
export function StatedRoles({ about, end }: StatedRolesProps) {
  return (
    <Suspense fallback={null}>
      <Roles key={about} about={about} end={end} />
    </Suspense>
  )
}

/** The same for a node; nothing for kinds of which nobody states a role. */
export function NodeRoles({ node: { key, kind } }: { readonly node: BareNode }) {
  if (kind === 'Shop') return <StatedRoles about={key} end="of" />
  return holdsRoles(kind) ? <StatedRoles about={key} end="subject" /> : null
}
