import { type NodeKey, shopReference } from '../../domain/keys.ts'
import { probabilityText } from '../numbers.ts'
import type { Block } from './block.ts'
import type { DossierInput } from './dossier.ts'
import { standingText } from './goods.ts'

/** The ring's shops, first opened first. */
export function shopBlocks(input: DossierInput): Block[] {
  const { context, words } = input
  const { dossier } = words
  return [
    { kind: 'heading', text: dossier.shops },
    {
      kind: 'table',
      inset: false,
      columns: [
        { title: dossier.shop, share: 0.24 },
        { title: dossier.registered, share: 0.15 },
        { title: dossier.opened, share: 0.11 },
        { title: dossier.closed, share: 0.15 },
        { title: dossier.ownPath, share: 0.13 },
        { title: words.evidence.goods, share: 0.22 },
      ],
      rows: context.core.ring.members.map(({ shop, weakestStep, joint, path }) => [
        `${context.nodes.get(shop)?.name ?? ''}\n${shopReference(shop as NodeKey)}`,
        registrants(shop, input),
        ...livesOf(shop, input),
        // The first shop needs no step: its 1 would read as a certainty.
        path.length < 2 ? '–' : `${probabilityText(weakestStep)}, ${probabilityText(joint)}`,
        goodsOf(shop, input),
      ]),
    },
  ]
}

function goodsOf(shop: string, { goods, words }: DossierInput): string {
  const standing = goods.get(shop)
  return standing === undefined ? words.dossier.unknown : standingText(standing, words)
}

function registrants(shop: string, { context, words }: DossierInput): string {
  const names = context.core.edges
    .filter(({ from, type }) => from === shop && type === 'REGISTERED_TO')
    .map(({ to }) => context.nameOf(to))
  return names.length === 0 ? words.dossier.unknown : [...new Set(names)].join('\n')
}

/** Each life on a line of its own in both cells; a life without an end shows a dash. */
function livesOf(shop: string, { context, words }: DossierInput): [string, string] {
  const lives = context.nodes.get(shop)?.lives ?? []
  if (lives.length === 0) return [words.dossier.unknown, '–']
  return [
    lives.map(({ from }) => from ?? words.dossier.unknown).join('\n'),
    lives
      .map(({ to, ended }) => {
        if (to === undefined && ended === undefined) return '–'
        const day = to ?? words.dossier.unknown
        return ended === undefined ? day : `${day} ${words.claims.ended[ended]}`
      })
      .join('\n'),
  ]
}
