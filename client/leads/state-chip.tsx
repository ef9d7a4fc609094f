import {
  IconArchive,
  IconArrowBackUp,
  IconCircleCheck,
  IconEye,
  IconFlag,
  IconInbox,
  IconLock,
  IconPencil,
  IconReplace,
  IconSearch,
  IconSend,
  IconUserCheck,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { LeadState } from '../../server/contract/lead-files.ts'

const icons = {
  draft: IconPencil,
  reviewed: IconEye,
  approved: IconUserCheck,
  sealed: IconLock,
  transmitted: IconSend,
  acknowledged: IconInbox,
  accepted: IconCircleCheck,
  declined: IconX,
  investigating: IconSearch,
  outcome: IconFlag,
  closed: IconArchive,
  withdrawn: IconArrowBackUp,
  superseded: IconReplace,
} as const satisfies Record<LeadState, unknown>

/** States in which nothing more is waited for stand back. */
const past: ReadonlySet<LeadState> = new Set(['closed', 'withdrawn', 'superseded'])

/** Where a lead stands, in words beside their sign. */
export function StateChip({ state }: { readonly state: LeadState }) {
  const { t } = useTranslation()
  return (
    <span className={past.has(state) ? 'chip line' : 'chip'}>
      <StateIcon state={state} size={12} /> {t(`leadStates.${state}`)}
    </span>
  )
}

export function StateIcon({ state, size }: { readonly state: LeadState; readonly size: number }) {
  const Icon = icons[state]
  return <Icon className="i" size={size} stroke={1.75} aria-hidden="true" />
}
