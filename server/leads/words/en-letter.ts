import type { Standing } from '../goods-standing.ts'

/** What a shop's goods are known to be. */
const standings: Record<Standing, string> = {
  verified: 'Tested within 90 days before sealing: counterfeit',
  earlier: 'Tested longer ago: counterfeit',
  genuine: 'Tested: genuine',
  open: 'Bought, no verdict',
  closed: 'Not tested: closed by its platform for counterfeits',
  inferred: 'Not tested: only inferred from the ring',
  untested: 'Not tested, and no counterfeits known of the ring',
}

/** The cover letter, in English. The other languages have the same parts. */
export const englishLetter = {
  title: (id: string) => `Referral ${id}`,
  underScope: (own: number, all: number) => `Concerning ${own} of the ${all} shops of a ring`,
  under: (size: number) => `Concerning a ring of ${size} ${size === 1 ? 'shop' : 'shops'}`,
  handlingCode:
    "TLP:AMBER+STRICT. For the recipient's own organization only, and there for those who work on it. It holds personal data of people who have not been heard; nobody named in it should be contacted without asking the sender.",
  asked: 'What is asked of you',
  askedFor: [
    'Check the package first (VERIFY.md), with a checksum that you had from the sender another way.',
    'Say whether you take the matter on or decline it, and who handles it.',
    'Check what only follows from records before you rely on it, above all the shops that nobody tested.',
    'Tell the sender the outcome, also where nothing was found, so that the records can be put right.',
  ],
  standing: 'What was tested, and what only follows',
  standingIntro: 'Who controls these shops was never observed. What records tell of their goods:',
  standings,
  none: 'None',
  shops: (count: number) => `${count}: `,
  separator: '; ',
  more: (count: number) => `; and ${count} more, see section 5 of the dossier`,
  enclosed: 'What is enclosed',
  enclosedText: (claims: number, counters: number) =>
    `The dossier in English and in Chinese, with ${claims} numbered statements and ${counters} that speak against them, each with the rows that it rests on; the same for machines and for the usual analysis tools; the rows themselves; what was not checked (limits.md).`,
  notAFinding:
    'This is a lead to check, not a finding. It does not say that anybody broke a law. The sender will tell you of every correction and send a new version.',
}
export type LetterWords = typeof englishLetter
