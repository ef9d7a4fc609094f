import type { Attribution } from '../../domain/attribution.ts'
import { placeText } from '../claims/place.ts'
import { supplyLimit } from '../limits.ts'
import { bitsText, probabilityText } from '../numbers.ts'
import type { Block } from './block.ts'
import type { DossierInput } from './dossier.ts'

/** Points of one place with all that is said of it. */
const placeRoom = 130

/** Factories and places by rank, each with its path and with what evidence would settle it and is not there. */
export function supplyBlocks(input: DossierInput): Block[] {
  const { context, words } = input
  const { dossier, limits } = words
  const { attributions } = context.core
  return [
    { kind: 'heading', text: dossier.supply, room: 110 + placeRoom },
    {
      kind: 'paragraph',
      text: attributions.length === 0 ? dossier.supplyNone : supplyLimit(attributions, limits),
    },
    ...attributions.flatMap((attribution) => place(attribution, input)),
  ]
}

function place(attribution: Attribution, { context, words }: DossierInput): Block[] {
  const { dossier, claims } = words
  const { rank, name, path, missing, hub, strangers, shops, parcels, testBuys, links } = attribution
  const [first] = path
  const stops = first === undefined ? [] : [first.from, ...path.map(({ to }) => to)]
  const gaps = missing.map((code) => dossier.missing[code] ?? code)
  return [
    { kind: 'subheading', text: `${rank}. ${name}`, room: placeRoom },
    {
      kind: 'paragraph',
      text: [
        dossier.supplyCount(shops.length, parcels, testBuys, links),
        ...(hub ? [dossier.supplyHub(strangers)] : []),
        ...(stops.length === 0 ? [] : [dossier.supplyPath(pathText(stops.map(context.nameOf)))]),
      ].join(' '),
    },
    ...(attribution.places ?? [])
      .filter(({ uses, visits }) => uses.length + visits.length !== 0)
      .map((own): Block => ({ kind: 'paragraph', text: placeText(own, claims) })),
    ...chance(attribution, context.core.attributions, words),
    {
      kind: 'paragraph',
      text: gaps.length === 0 ? dossier.supplyComplete : dossier.supplyMissing(claims.list(gaps)),
    },
  ]
}

/** How probable a factory is, against what no record leads to, and the bits that say so. */
function chance(
  { probability, ledger }: Attribution,
  all: readonly Attribution[],
  { dossier, claims }: DossierInput['words'],
): Block[] {
  if (probability === undefined) return []
  const named = all.reduce((sum, own) => sum + (own.probability ?? 0), 0)
  const lines = (ledger ?? []).map(({ says, bits, count }) => {
    const times = count === undefined ? '' : ` (${count})`
    return `${dossier.clues[says] ?? says}${times} ${bitsText(bits)}`
  })
  return [
    {
      kind: 'paragraph',
      text: [
        dossier.supplyChance(probabilityText(probability), probabilityText(Math.max(0, 1 - named))),
        ...(lines.length === 0 ? [] : [dossier.supplyClues(claims.list(lines))]),
      ].join(' '),
    },
  ]
}

/** An origin and the place it is at often have one name. */
function pathText(names: readonly string[]): string {
  return names.filter((name, index) => name !== names[index - 1]).join(' → ')
}
