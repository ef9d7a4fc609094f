/**
 * English words of addresses, the short form first: street types (USPS Publication 28, appendix C1), directions (B) and units (C2)
 * as far as everyday lists use them, and ordinals.
 */
const words = [
  'st street str',
  'ave avenue av aven',
  'blvd boulevard boul',
  'dr drive drv',
  'rd road',
  'pl place',
  'ct court',
  'ln lane',
  'ter terrace terr',
  'cir circle circ',
  'pkwy parkway pky',
  'hwy highway',
  'expy expressway',
  'sq square',
  'trl trail',
  'aly alley',
  'plz plaza',
  'n north',
  's south',
  'e east',
  'w west',
  'ne northeast',
  'nw northwest',
  'se southeast',
  'sw southwest',
  'apt apartment',
  'ste suite',
  'rm room',
  'fl floor flr',
  'bldg building',
  'dept department',
  'no number num',
  'mt mount',
  'ft fort',
  '1st first',
  '2nd second',
  '3rd third',
  '4th fourth',
  '5th fifth',
  '6th sixth',
  '7th seventh',
  '8th eighth',
  '9th ninth',
  '10th tenth',
]

/** The short form of every word that has one. */
export const shortForms: ReadonlyMap<string, string> = new Map(
  words.flatMap((line) => {
    const [short = '', ...long] = line.split(' ')
    return long.map((word) => [word, short] as const)
  }),
)
