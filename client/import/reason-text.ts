import i18next from 'i18next'

import type { QuarantinedRow } from '../../server/contract/uploads.ts'

/** Why a row could not be loaded and what to do, in the reader's language; the server's own sentence for a code that no text knows. */
export function reasonText({ reason, field = '', value = '', detail }: QuarantinedRow): string {
  const id = `reasons.${reason}`
  // Ids that are put together from the server's codes cannot be checked by type, so the texts are asked.
  return i18next.exists(id) ? i18next.t(id, { field, value, defaultValue: detail }) : detail
}

/** How many of each code there are, for a tooltip; undefined when there are none. */
export function reasonsText(by: Readonly<Record<string, number>>): string | undefined {
  const lines = Object.entries(by).map(([reason, count]) => `${reason}: ${count}`)
  return lines.length === 0 ? undefined : lines.join('\n')
}
