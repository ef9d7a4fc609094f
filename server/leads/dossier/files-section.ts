import { gradeOf } from '../../domain/evidence/collection.ts'
import type { EnclosedItem } from '../enclosed.ts'
import { bytesText } from '../numbers.ts'
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

function itemBlocks(
  { item, content, terms }: EnclosedItem,
  id: string,
  input: DossierInput,
): Block[] {
  const { evidence, dossier } = input.words
  const { file, receipts, about } = item
  const { collection } = receipts[0] ?? {}
  const grade = collection && gradeOf(collection)
  const things = about.slice(0, mostThings).map((one) => thingName(one, input))
  const rest = about.length - things.length
  const sentences = [
    collection &&
      evidence.collected(
        collection.collectedBy,
        collection.collectedAt ?? '',
        evidence.list([collection.place, collection.method].filter((one) => one !== undefined)),
      ),
    grade && evidence.graded(grade),
    about.length === 0
      ? undefined
      : evidence.about(evidence.list([...things, ...(rest === 0 ? [] : [dossier.more(rest)])])),
    ...terms.map(({ mayGoTo }) => evidence.mayGoTo(mayGoTo)),
    typeof content === 'string' ? evidence.absent[content] : undefined,
  ]
  return [
    { kind: 'subheading', text: `${id}  ${file.name} (${file.format}, ${bytesText(file.size)})` },
    { kind: 'paragraph', text: sentences.filter(Boolean).join(evidence.between), quiet: true },
    { kind: 'paragraph', text: `SHA-256 ${file.sha256}`, quiet: true },
  ]
}

/** What a file is about, in words: a thing of the graph by its name, what stands beside the graph by its number. */
function thingName(about: string, { context, words }: DossierInput): string {
  const { core, nameOf } = context
  if (about === core.ring.id) return core.ring.name
  const [, kind, number = ''] = /^(record|waybill|test_buy):(.*)$/su.exec(about) ?? []
  switch (kind) {
    case 'record':
      return words.evidence.row(core.records.find(({ hash }) => hash === number)?.source ?? number)
    case 'waybill':
      return words.evidence.parcel(number)
    case 'test_buy':
      return words.evidence.testBuy(number)
    default:
      return nameOf(about)
  }
}
