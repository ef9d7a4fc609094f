import { jointOf, stepsOf } from '../claims/claimed-links.ts'
import { keyInUse } from '../formats/signature.ts'
import { probabilityText, timeText } from '../numbers.ts'
import type { Block } from './block.ts'
import type { DossierInput } from './dossier.ts'
import { goodsSummary } from './goods.ts'
import { authorisedSummary } from './rights-section.ts'
import { scopeRows, shopsSentence } from './scope.ts'
import { splitRows } from './split.ts'

/** To whom, from whom, what it is and is not; then what was found in a few sentences. */
export function coverBlocks(input: DossierInput): Block[] {
  const { context, words, options } = input
  const { dossier } = words
  const { ring, run } = context.core
  const [, lead = options.id, version = ''] = /^(.*)-v(\d+)(?:-r\d+)?$/.exec(options.id) ?? []
  return [
    {
      kind: 'title',
      text: dossier.titleOfVersion(lead, version),
      under: dossier.subject(ring.name, ring.size, ring.closed, ring.live),
    },
    {
      kind: 'facts',
      rows: [
        [dossier.to, options.to],
        [dossier.from, options.by],
        [dossier.sealed, timeText(options.now)],
        [dossier.approval, options.approvedBy ?? dossier.notApproved],
        [
          dossier.signature,
          options.signer === undefined
            ? dossier.unsigned
            : dossier.signed(keyInUse(options.signer.history).fingerprint),
        ],
        ...scopeRows(input),
        ...splitRows(input),
        [dossier.computed, dossier.computedAs(run.asOf, run.id, run.model)],
        [dossier.handling, words.letter.handlingCode],
        ...(options.asks === undefined ? [] : [[dossier.asks, options.asks] as const]),
        ...(options.supersedes === undefined
          ? []
          : [[dossier.supersedes, options.supersedes] as const]),
      ],
    },
    { kind: 'subheading', text: dossier.whatItIs },
    ...dossier.whatItIsText.map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'heading', text: dossier.summary },
    ...[...summary(input), ...goodsSummary(input)].map((text) => ({
      kind: 'paragraph' as const,
      text,
    })),
    ...figures(input),
  ]
}

function figures({ context, words }: DossierInput): Block[] {
  return context.core.pictures.flatMap(({ drawn }): Block[] => {
    const picture = drawn?.[words.language]
    if (picture === undefined) return []
    return [
      {
        kind: 'figure',
        picture,
        caption: words.dossier.caption(picture.title, picture.date),
        part: words.dossier.part,
      },
    ]
  })
}

function summary(input: DossierInput): string[] {
  const { context, claims, words } = input
  const { dossier } = words
  const { ring } = context.core
  const returns = claims.claims.filter(({ kind }) => kind === 'came_back_as').length
  const joint = jointOf(context.core)
  const weakest = probabilityText(ring.weakestStep)
  const together =
    joint === undefined
      ? dossier.summaryWeakest(weakest)
      : dossier.summaryJoint(weakest, probabilityText(joint))
  const kinds = [
    ...new Set(claims.claims.flatMap(({ grounds }) => grounds.map(({ family }) => family))),
  ].map((family) => dossier.family[family])
  return [
    shopsSentence(input),
    ...(returns === 0 ? [] : [dossier.summaryReturns(returns)]),
    ...(stepsOf(ring).length === 0 ? [] : [together]),
    ...(kinds.length === 0 ? [] : [dossier.summaryKinds(words.claims.list(kinds))]),
    dossier.summaryCounters(claims.counters.length),
    ...authorisedSummary(input),
  ]
}
