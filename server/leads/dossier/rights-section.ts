import type { Authorised, ConcernedRight } from '../../domain/leads/concerned-right.ts'
import type { MoneyWords } from '../words/en-money.ts'
import type { Block } from './block.ts'
import type { DossierInput } from './dossier.ts'

/** Parties printed of one right; rights.csv has all. Shops of the ring come first. */
const mostParties = 12

/** The rights that the lead is about, who holds them and who may deal in the goods. */
export function rightBlocks({ context, words }: DossierInput): Block[] {
  const { money } = words
  return [
    { kind: 'subheading', text: money.rights },
    { kind: 'paragraph', text: money.rightsIntro },
    {
      kind: 'table',
      inset: false,
      columns: [
        { title: money.right, share: 0.2 },
        { title: money.holder, share: 0.17 },
        { title: money.validity, share: 0.19 },
        { title: money.because, share: 0.18 },
        { title: money.authorisedTitle, share: 0.26 },
      ],
      rows: context.rights.map((right) => [
        [right.mark, right.number, right.office].filter(Boolean).join('\n'),
        [right.holder, right.classes.join(', ')].filter(Boolean).join('\n'),
        money.validFromTo(
          right.validFrom ?? money.unknown,
          right.validTo ?? money.unknown,
          right.inForce,
        ),
        becauseText(right, money),
        partiesText(right.authorised, money),
      ]),
    },
  ]
}

/** The sentence on the first page about shops that may deal in the goods; nothing where no shop may. */
export function authorisedSummary({ context, words }: DossierInput): string[] {
  const shops = [
    ...new Set(context.rights.flatMap(({ authorised }) => authorised.flatMap((own) => own.shops))),
  ]
  return shops.length === 0 ? [] : [words.money.summaryAuthorised(context.namesOf(shops))]
}

function becauseText({ because }: ConcernedRight, money: MoneyWords): string {
  const { testBuys, shops, listings, stated } = because
  return [
    ...(0 < testBuys ? [money.byTestBuys(testBuys)] : []),
    ...(0 < shops + listings ? [money.byBrand(shops, listings)] : []),
    ...(stated ? [money.byAuthor] : []),
  ].join('\n')
}

function partiesText(authorised: readonly Authorised[], money: MoneyWords): string {
  if (authorised.length === 0) return money.noOneAuthorised
  const shown = authorised.slice(0, mostParties).map((own) => partyText(own, money))
  const rest = authorised.length - shown.length
  return [...shown, ...(rest === 0 ? [] : [money.moreParties(rest)])].join('\n')
}

function partyText({ party, by, territory, from, to }: Authorised, money: MoneyWords): string {
  const text = money.party(party, territory ?? '', from ?? money.unknown, to ?? money.unknown)
  if (by === 'none') return text
  return `${money.ofTheRing}${text}${by === 'name' ? money.byNameOnly : ''}`
}
