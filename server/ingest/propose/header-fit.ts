import type { GuessReason } from '../../domain/proposal.ts'
import type { RecordKind } from '../../domain/record.ts'
import { fieldsOf } from '../fields.ts'
import { fieldsNamed, fieldsWithWord, headerWord } from './field-words.ts'
import { withoutCount } from './header-count.ts'
import { fieldsHeldIn } from './header-parts.ts'

/** The fields of rows of a kind that a header speaks for, in the order of the model. */
export type Fit = (kind: RecordKind, header: string) => readonly string[]

/** What may speak for a field, surest first. */
export const fits: readonly { readonly reason: GuessReason; readonly speaksFor: Fit }[] = [
  { reason: 'name', speaksFor: knownTo((_, header) => fieldsNamed(headerWord(header))) },
  { reason: 'word', speaksFor: knownTo((_, header) => fieldsWithWord(headerWord(header))) },
  { reason: 'part', speaksFor: knownTo(fieldsHeldIn) },
  { reason: 'part', speaksFor: (kind, header) => fieldsBesideOthers(kind, header) },
]

/** 手机2 and `phone 2` are what 手机 and `phone` are. */
function fieldsBesideOthers(kind: RecordKind, header: string): readonly string[] {
  const plain = withoutCount(header)
  if (plain === undefined) return []
  return fits.slice(0, -1).flatMap((fit) => fit.speaksFor(kind, plain))
}

/** How surely a header speaks for a field, 0 being surest; undefined where nothing of it does. */
export function surenessOf(kind: RecordKind, field: string, header: string): number | undefined {
  const place = fits.findIndex((fit) => fit.speaksFor(kind, header).includes(field))
  return place < 0 ? undefined : place
}

/** Whether anything of a header speaks for a field. */
export function speaksFor(kind: RecordKind, field: string, header: string): boolean {
  return fits.some((fit) => fit.speaksFor(kind, header).includes(field))
}

function knownTo(speaks: Fit): Fit {
  return (kind, header) => {
    const fields = speaks(kind, header)
    return fields.length === 0
      ? fields
      : Object.keys(fieldsOf[kind]).filter((field) => fields.includes(field))
  }
}
