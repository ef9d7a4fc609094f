import { gradeOf } from '../../domain/evidence/collection.ts'
import type { EnclosedItem } from '../enclosed.ts'
import type { Block } from './block.ts'
import type { DossierInput } from './dossier.ts'

/** Things that a file is about that are printed; `meta.json` has all. */
const mostThings = 8

/** Every file of evidence with its hash and how it was collected; nothing when there are none. */
export function fileBlocks(input: DossierInput): Block[] {
  const { context, words } = input
  const items = context.core.enclosed?.items ?? []
  if (items.length === 0) return []
  return [
    { kind: 'subheading', text: words.evidence.files },
    { kind: 'paragraph', text: words.evidence.filesIntro },
    ...items.flatMap((one, index) => itemBlocks(one, `F${index + 1}`, input)),
  ]
}

function itemBlocks({ item, content }: EnclosedItem, id: string, input: DossierInput): Block[] {
  const { evidence, dossier } = input.words
  const { file, receipts, about } = item
  const { collection } = receipts[0] ?? {}
  const grade = collection && gradeOf(collection)
  const { core, nameOf } = input.context
  const things = about
    .slice(0, mostThings)
    .map((one) => (one === core.ring.id ? core.ring.name : nameOf(one)))
  const rest = about.length - things.length
  const sentences = [
    collection &&
      evidence.collected(
        collection.collectedBy,
        collection.collectedAt ?? '',
        [collection.place, collection.method].filter(Boolean).join(', '),
      ),
    grade && evidence.graded(grade),
    about.length === 0
      ? undefined
      : evidence.about([...things, ...(rest === 0 ? [] : [dossier.more(rest)])].join('; ')),
    typeof content === 'string' ? `${evidence.absent[content]}.` : undefined,
  ]
  return [
    { kind: 'paragraph', text: `${id}  ${file.name} (${file.format}, ${file.size} B)` },
    { kind: 'paragraph', text: sentences.filter(Boolean).join(' '), quiet: true },
    { kind: 'paragraph', text: `SHA-256 ${file.sha256}`, quiet: true },
  ]
}
