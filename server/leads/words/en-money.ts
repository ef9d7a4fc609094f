import type { AmountRow, ReferenceComparison } from '../../domain/leads/amounts.ts'
import type { ConcernedRight } from '../../domain/leads/concerned-right.ts'
import { counted } from '../numbers.ts'

const inForce: Record<ConcernedRight['inForce'], string> = {
  yes: 'in force on the day of the run',
  no: 'not in force on the day of the run',
  unknown: 'whether in force is not known: a day is missing',
}

const authorised: Record<AmountRow['authorised'], string> = {
  none: '',
  part: 'may have been authorised: in the high total only',
  whole: 'authorised: in no total',
}

const reachedBy: Record<ReferenceComparison['reachedBy'], string> = {
  low: 'not above the low amount',
  likely: 'not above the likely amount, above the low one',
  high: 'not above the high amount, above the likely one',
  none: 'above all three amounts',
  unknown: 'nothing on record to compare',
}

/** Rights and amounts, in English. The other languages have the same parts. */
export const englishMoney = {
  heading: '7  Rights and amounts',
  rights: 'Registered rights concerned',
  rightsIntro:
    'As the rows of the holder state them; nobody looked them up at the office. Whoever is authorised may deal in the goods; a shop of the ring that is stands in section 3 as well.',
  right: 'Right',
  holder: 'Holder, classes',
  validity: 'Validity',
  because: 'Why in this lead',
  authorisedTitle: 'Authorised to deal',
  noOneAuthorised: 'Nobody on record',
  validFromTo: (from: string, to: string, state: ConcernedRight['inForce']) =>
    `${from} to ${to}, ${inForce[state]}`,
  byTestBuys: (count: number) => `${counted(count, 'test buy')} name it`,
  byBrand: (shops: number, listings: number) =>
    `its mark is the brand of ${counted(shops, 'shop')} and ${counted(listings, 'listing')}`,
  byAuthor: 'the author of the lead names it',
  party: (party: string, territory: string, from: string, to: string) =>
    `${party}${territory === '' ? '' : `, ${territory}`} (${from} to ${to})`,
  ofTheRing: 'SHOP OF THE RING: ',
  byNameOnly: ' by name alone',
  moreParties: (count: number) => `and ${count} more, see rights.csv`,
  summaryAuthorised: (shops: string) =>
    `On record as authorised to deal in goods under a right concerned: ${shops}. This speaks for them: see sections 3 and 7.`,
  amounts: 'What the shops took in',
  none: 'No row says what the shops of the ring sold. Amounts are unknown, and none is estimated.',
  basis: [
    'Amounts are what rows say was taken in, less refunds and suspected brushing. Low counts order logs whose rows state both. Likely counts order logs and public counters, less what is stated of both. High counts every row, estimates too, less stated refunds alone.',
    'Where rows overlap, the best known basis counts; the others reach the high amount at most. "Unknown" is not nothing. A row about a whole shop may hold sales of other goods. No exchange rate is applied.',
  ],
  shop: 'Shop',
  rightAndPeriod: 'Right, period',
  low: 'Low',
  likely: 'Likely',
  high: 'High',
  cost: 'Cost of goods',
  note: 'Basis',
  noRight: 'no right known',
  unknownCurrency: 'currency not stated: in no total',
  inCurrency: (currency: string) => `In ${currency}`,
  total: 'Total',
  gain: (gain: string) => `Likely less cost: ${gain}`,
  gainUnknown: 'Likely less cost: unknown, as the cost of some goods is',
  unknown: 'unknown',
  bases: (orders: number, counters: number, estimates: number) =>
    [
      orders === 0 ? '' : `${counted(orders, 'order log')}`,
      counters === 0 ? '' : `${counted(counters, 'public counter')}`,
      estimates === 0 ? '' : `${counted(estimates, 'estimate')}`,
    ]
      .filter(Boolean)
      .join(', '),
  setAside: (count: number) => `${count} overlapping`,
  without: (refunds: number, brushing: number) =>
    [
      refunds === 0 ? '' : `${refunds} without refunds`,
      brushing === 0 ? '' : `${brushing} without brushing`,
    ]
      .filter(Boolean)
      .join(', '),
  authorised,
  silent: (count: number, shops: string) =>
    `Nothing on record says what ${count === 1 ? 'this shop' : `these ${count} shops`} sold: ${shops}.`,
  unread: (count: number) =>
    `${counted(count, 'row')} about sales could not be read as an amount, and ${count === 1 ? 'counts' : 'count'} nowhere.`,
  references: 'Reference figures',
  referencesIntro:
    'Configured figures in force on the day of the run, for orientation. They are no legal advice, and which amount reaches a figure says nothing of what follows from it; have them confirmed.',
  figure: 'Figure',
  amount: 'Amount',
  text: 'Text, in force since, read in',
  compared: 'This figure is',
  reachedBy,
}
export type MoneyWords = typeof englishMoney
