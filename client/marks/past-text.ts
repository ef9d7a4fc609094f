import type { TFunction } from 'i18next'

import { zonedText } from '../scene/moment.ts'
import type { Past } from '../scene/past.ts'

/** Of when something is, as a part of a sentence: of a day, as it was known at a moment with its zone, or both. */
export function pastText(t: TFunction, { asOf, knownAt }: Past): string {
  if (knownAt === undefined) return t('past.day', { date: asOf ?? '' })
  const moment = zonedText(knownAt)
  if (asOf === undefined) return t('past.moment', { moment })
  return t('past.both', { date: asOf, moment })
}

/** That what stands here is of the past, and what that leaves out. */
export function pastNoteText(t: TFunction, past: Past): string {
  const when = pastText(t, past)
  return t(past.knownAt === undefined ? 'past.note' : 'past.noteKnown', { when })
}
