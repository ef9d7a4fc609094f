import type { EvidenceItem } from '../evidence.ts'
import { timeText } from '../numbers.ts'
import { verifyTexts } from '../verify-guide.ts'
import type { DossierWords } from '../words/en-dossier.ts'
import type { Block } from './block.ts'
import type { DossierInput } from './dossier.ts'
import { fileBlocks } from './files-section.ts'

/** Row numbers printed of one file; evidence-list.csv has all of them. */
const mostRows = 60

/** Points of one file with all that is said of it. */
const itemRoom = 120

export function limitBlocks({ limits, words }: DossierInput): Block[] {
  return [
    { kind: 'heading', text: words.dossier.limits },
    { kind: 'list', items: limits },
  ]
}

export function evidenceBlocks(input: DossierInput): Block[] {
  const { context, words } = input
  const { dossier } = words
  return [
    { kind: 'heading', text: dossier.evidence },
    { kind: 'paragraph', text: dossier.evidenceIntro },
    ...context.evidence.items.flatMap((item) => itemBlocks(item, dossier)),
    ...fileBlocks(input),
  ]
}

function itemBlocks(item: EvidenceItem, dossier: DossierWords): Block[] {
  const { id, source, sha256, origin, licence, loadedAt, rows } = item
  const shown = rows.slice(0, mostRows).map(({ row }) => row)
  const rest = rows.length - shown.length
  const loaded = loadedAt === undefined ? dossier.unknown : timeText(loadedAt)
  return [
    { kind: 'subheading', text: `${id}  ${source}`, room: itemRoom },
    {
      kind: 'paragraph',
      text: dossier.evidenceOf(origin ?? dossier.unknown, licence ?? dossier.unknown, loaded),
    },
    {
      kind: 'paragraph',
      text: sha256 === undefined ? dossier.hashUnknown : `SHA-256 ${sha256}`,
      quiet: true,
    },
    {
      kind: 'paragraph',
      text: dossier.evidenceRows(
        rows.length,
        `${shown.join(', ')}${rest === 0 ? '' : `, ${dossier.more(rest)}`}`,
      ),
      quiet: true,
    },
  ]
}

export function verifyBlocks({ words, options }: DossierInput): Block[] {
  const { verify } = words.dossier
  return [
    { kind: 'heading', text: verify },
    ...verifyTexts(words.dossier, options.signer).map((text) => ({
      kind: 'paragraph' as const,
      text,
    })),
  ]
}
