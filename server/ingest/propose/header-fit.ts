import type { GuessReason } from '../../domain/proposal.ts'
import type { RecordKind } from '../../domain/record.ts'
import { fieldsOf } from '../fields.ts'
import { fieldsNamed, fieldsWithWord, headerWord } from './field-words.ts'
import { fieldsHeldIn } from './header-parts.ts'

/** The fields of rows of a kind that a header speaks for, in the order of the model. */
export type Fit = (kind: RecordKind, header: string) => readonly string[]

/** What may speak for a field, surest first. */
export const fits: readonly { readonly reason: GuessReason; readonly speaksFor: Fit }[] = [
  { reason: 'name', speaksFor: knownTo((_, header) => fieldsNamed(headerWord(header))) },
  { reason: 'word', speaksFor: knownTo((_, header) => fieldsWithWord(headerWord(header))) },
  { reason: 'part', speaksFor: knownTo(fieldsHeldIn) },
]

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
