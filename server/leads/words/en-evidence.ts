import type { Absence } from '../enclosed.ts'
import type { Standing } from '../goods-standing.ts'
import { counted } from '../numbers.ts'

const absent: Record<Absence, string> = {
  too_large: 'Not enclosed: the package would be too large; ask for it by its SHA-256.',
  destroyed: 'Not enclosed: destroyed after the time that it had to be kept.',
  lost: 'Not enclosed: its bytes are missing.',
}

const standings: Record<Standing, (on: string) => string> = {
  verified: (on) => `verified counterfeit, bought ${on}`,
  earlier: (on) => `found counterfeit, bought ${on}, more than 90 days before sealing`,
  genuine: (on) => `found genuine, bought ${on}`,
  open: () => 'bought, no verdict',
  closed: () => 'not tested; closed for counterfeits',
  inferred: () => 'only inferred from the ring',
  untested: () => 'untested',
}

/** What a lead says of files of evidence and of goods, in English. The other languages have the same parts. */
export const englishEvidence = {
  files: 'Files of evidence',
  filesIntro:
    'A file is enclosed as it was received, under its SHA-256, with meta.json beside it, unless it says otherwise here. custody.ndjson says what happened to each since; verify-custody.mjs checks it.',
  collected: (by: string, when: string, where: string) =>
    `Collected by ${by}${when === '' ? '' : `, ${when}`}${where === '' ? '' : `, ${where}`}.`,
  about: (things: string) => `About: ${things}.`,
  /** Things one after the other, which may have commas in their names. */
  list: (items: readonly string[]) => items.join('; '),
  between: ' ',
  row: (source: string) => `a row of ${source}`,
  parcel: (number: string) => `parcel ${number}`,
  testBuy: (number: string) => `test buy ${number}`,
  mayGoTo: (places: readonly string[]) => `It may go to ${places.join(', ')} only.`,
  graded: (grade: string) => `Grade ${grade}.`,
  absent,
  absentFiles: (count: number) =>
    `${count === 1 ? '1 file of evidence is' : `${count} files of evidence are`} listed and not enclosed; evidence-list.csv says why.`,
  withheldFiles: (count: number) =>
    `${count === 1 ? '1 file of evidence is' : `${count} files of evidence are`} also about shops or persons outside the ring and ${count === 1 ? 'was' : 'were'} left out.`,
  unseenFiles: (count: number) =>
    `${count === 1 ? '1 file of evidence is' : `${count} files of evidence are`} for authorities only and ${count === 1 ? 'was' : 'were'} left out, as nothing can be withheld inside of a file.`,
  goods: 'Goods',
  standings,
  actOn: (count: number, names: string) =>
    `Goods were verified as counterfeit by a test buy within 90 days before sealing at ${counted(count, 'shop')}: ${names}. Action is asked for against ${count === 1 ? 'this one' : 'these'} only.`,
  actOnNone:
    'No live shop has goods that a test buy within 90 days before sealing verified as counterfeit. No action against a shop is asked for; what is asked for is to test.',
  toTest: (count: number, names: string) =>
    `To be tested first, as no test buy within 90 days before sealing shows what ${count === 1 ? 'it sells' : 'they sell'}: ${names}.`,
  moreInShops: (count: number) => `${count} more in section 5`,
}
export type EvidenceWords = typeof englishEvidence
