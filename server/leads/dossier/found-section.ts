import type { Claim, Ground } from '../claim.ts'
import { citation } from '../evidence.ts'
import { bitsText, probabilityText } from '../numbers.ts'
import type { DossierWords } from '../words/en-dossier.ts'
import type { Words } from '../words/words.ts'
import type { Block } from './block.ts'
import type { DossierInput } from './dossier.ts'

/** Rows cited in one place of the dossier; lead.json has all of them. */
const mostCited = 12

/** Every claim with how sure it is, its rows, and the channels that speak for it. */
export function foundBlocks({ claims, words }: DossierInput): Block[] {
  const { dossier } = words
  return [
    { kind: 'heading', text: dossier.found },
    ...claims.claims.flatMap((claim): Block[] => [
      {
        kind: 'statement',
        id: claim.id,
        side: 'for',
        text: claim.text,
        weight: weightOf(claim, dossier),
        other: claim.against.length === 0 ? '' : dossier.against(claim.against.join(', ')),
        cites: citation(claim.evidence, mostCited, dossier.more),
        followed: 0 < claim.grounds.length,
      },
      ...(claim.grounds.length === 0 ? [] : [groundTable(claim.grounds, words)]),
    ]),
  ]
}

function weightOf(claim: Claim, dossier: DossierWords): string {
  if (claim.basis === 'observed') return dossier.observed
  if (claim.probability === undefined) return dossier.inferredOnly
  const say = claim.kind === 'ring' ? dossier.allSteps : dossier.probability
  const labels = claim.labels ?? 0
  const checked = labels === 0 ? dossier.uncheckedHere : dossier.checkedAgainst(labels)
  return `${say(probabilityText(claim.probability))}${dossier.comma}${checked}`
}

function groundTable(grounds: readonly Ground[], { dossier, claims }: Words): Block {
  return {
    kind: 'table',
    inset: true,
    columns: [
      { title: dossier.ground, share: 0.19 },
      { title: dossier.values, share: 0.42 },
      { title: dossier.shopsHold, share: 0.13 },
      { title: dossier.bits, share: 0.09 },
      { title: dossier.rows, share: 0.17 },
    ],
    rows: grounds.map(({ channel, a, b, holders, bits, evidence }) => [
      claims.channel[channel],
      a === b ? a : `${a} / ${b}`,
      String(holders),
      bitsText(bits),
      citation(evidence, 6, dossier.more),
    ]),
  }
}

/** Every statement that speaks against a claim, set like the claims themselves. */
export function againstBlocks({ claims, words }: DossierInput): Block[] {
  const { dossier, limits } = words
  return [
    { kind: 'heading', text: dossier.speaksAgainst },
    ...(claims.counters.length === 0
      ? [{ kind: 'paragraph' as const, text: limits.noCounters }]
      : []),
    ...claims.counters.flatMap((counter): Block[] => [
      {
        kind: 'statement',
        id: counter.id,
        side: 'against',
        text: counter.text,
        weight: dossier.concerns(counter.claims.join(', ')),
        other: counter.bits === undefined ? '' : dossier.worth(bitsText(counter.bits)),
        cites: citation(counter.evidence, mostCited, dossier.more),
        followed: 0 < counter.grounds.length,
      },
      ...(counter.grounds.length === 0 ? [] : [groundTable(counter.grounds, words)]),
    ]),
  ]
}

/** How strangers could share what the shops share, each shared value once. */
export function innocentBlocks({ claims, words }: DossierInput): Block[] {
  const { dossier } = words
  const grounds = claims.claims.flatMap((claim) => claim.grounds)
  const rows = grounds.flatMap(({ channel, a, b, holders, innocent }) =>
    innocent === undefined
      ? []
      : [
          [
            words.claims.channel[channel],
            a === b ? a : `${a} / ${b}`,
            String(holders),
            words.innocent(channel, innocent),
          ],
        ],
  )
  if (rows.length === 0) return []
  return [
    { kind: 'heading', text: dossier.innocent },
    { kind: 'paragraph', text: dossier.innocentIntro },
    {
      kind: 'table',
      inset: false,
      columns: [
        { title: dossier.ground, share: 0.17 },
        { title: dossier.value, share: 0.31 },
        { title: dossier.shopsHold, share: 0.12 },
        { title: dossier.explanation, share: 0.4 },
      ],
      rows: [...new Map(rows.map((row) => [row.join('\n'), row])).values()],
    },
  ]
}
