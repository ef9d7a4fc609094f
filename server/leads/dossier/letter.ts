import { dayOfMoment } from '../../domain/units.ts'
import { standings } from '../goods-standing.ts'
import type { Block } from './block.ts'
import type { DossierInput } from './dossier.ts'
import { scopeRows } from './scope.ts'
import { splitRows } from './split.ts'

/** Names of shops printed of one kind; the dossier has all of them. */
const mostNames = 6
/** Characters of one name: the letter is one page whatever shops are called. */
const longestName = 60
/** Characters of what the sender asks for; the dossier has all of it. */
const longestAsking = 600

/** The letter that goes before the dossier: to whom, what is asked, who may see it, and what was tested and what only follows. One page. */
export function letterBlocks(input: DossierInput): Block[] {
  const { context, claims, goods, words, options } = input
  const { letter } = words
  const { ring, scope } = context.core
  const under =
    scope === undefined ? letter.under(ring.size) : letter.underScope(ring.size, scope.size)
  const counts = { claims: claims.claims.length, counters: claims.counters.length }
  return [
    { kind: 'title', text: letter.title(options.id), under },
    {
      kind: 'facts',
      rows: [
        [words.dossier.to, short(options.to, 200)],
        [words.dossier.from, short(options.by, 200)],
        [words.dossier.sealed, dayOfMoment(options.now)],
        [words.dossier.approval, short(options.approvedBy ?? words.dossier.notApproved, 200)],
        ...(options.supersedes === undefined
          ? []
          : [[words.dossier.supersedes, options.supersedes] as const]),
        ...[...scopeRows(input), ...splitRows(input)].map(
          ([label, text]) => [label, short(text, longestAsking)] as const,
        ),
        [words.dossier.handling, letter.handlingCode],
      ],
    },
    { kind: 'subheading', text: letter.asked },
    { kind: 'list', items: asked(options, letter) },
    { kind: 'subheading', text: letter.standing },
    { kind: 'paragraph', text: letter.standingIntro },
    {
      kind: 'facts',
      column: 150,
      rows: standings.map((standing) => [
        letter.standings[standing],
        listed(
          [...goods]
            .filter(([, known]) => known.standing === standing)
            .map(([shop]) => short(context.nameOf(shop), longestName)),
          letter,
        ),
      ]),
    },
    { kind: 'subheading', text: letter.enclosed },
    { kind: 'paragraph', text: letter.enclosedText(counts.claims, counts.counters) },
    { kind: 'paragraph', text: letter.notAFinding },
  ]
}

/** What the sender asks for comes before what every recipient is asked. */
function asked({ asks }: DossierInput['options'], { askedFor }: LetterWords): readonly string[] {
  return asks === undefined ? askedFor : [short(asks, longestAsking), ...askedFor]
}

type LetterWords = DossierInput['words']['letter']

function listed(names: readonly string[], letter: LetterWords): string {
  if (names.length === 0) return letter.none
  const shown = names.slice(0, mostNames).join(letter.separator)
  const rest = names.length - mostNames
  const more = 0 < rest ? letter.more(rest) : ''
  return `${letter.shops(names.length)}${shown}${more}`
}

function short(text: string, longest: number): string {
  const characters = Array.from(text)
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`
}
