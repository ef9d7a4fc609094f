import type { Family } from '../../domain/link.ts'
import { counted } from '../numbers.ts'

const family: Record<Family, string> = {
  who: 'who it is registered to',
  contact: 'how it is reached',
  money: 'where the money goes',
  place: 'where goods come from',
  catalogue: 'what it shows',
}

/** Evidence that would settle a supply claim and is not there, by the code that the trace gives it. */
const missing: Record<string, string> = {
  'hub-on-path': 'a path that does not lead through a place that many share',
  'no-test-buy': 'a test buy that leads there',
  'no-verified-test-buy': 'a verdict on the goods of a test buy',
  'no-parcel': 'a parcel that leads there',
  'single-source': 'a second record of the weakest step',
  'no-live-shop': 'a tie to a shop that is still open',
  'no-address': 'its address',
  'not-seen-on-site': 'a record that somebody saw the site',
}

/** What speaks for or against a factory, by the code that the trace gives it. */
const clues: Record<string, string> = {
  base: 'that some record leads there',
  stated: 'stated as supplier',
  'stated-more': 'stated of further shops',
  'stated-newest': 'named by the newest statement',
  'latest-shop': 'named by records of the latest shop',
  'silent-shops': 'shops whose supplier nobody states',
  'parcels-sent': 'parcels that it sent',
  'test-buys': 'test buys from it found counterfeit',
  'first-scan': 'parcels first scanned at its site',
  'shared-origin': 'addresses that both ship from',
  'shared-hub': 'hubs that both ship from',
  'same-address': 'addresses of both that are one, written otherwise',
  'shared-contact': 'contacts in common',
  'shared-person': 'registrants who run it or are it',
  'shared-pictures': 'pictures in common with other shops that it supplies',
  'named-in-listings': 'listings that write its name',
  'usual-goods': 'whether its other shops sell the same',
  'regional-goods': 'whether shops of its region sell the same',
  'same-goods': 'makes what the ring sells',
  'other-goods': 'makes other goods',
}

/** Headings, labels and fixed sentences of the dossier, in English. The other languages have the same parts. */
export const englishDossier = {
  family,
  missing,
  clues,
  title: (id: string) => `Lead ${id}`,
  titleOfVersion: (id: string, number: string) => `Lead ${id}, version ${number}`,
  runningHead: (id: string) => `Revenant lead ${id}`,
  handlingShort: 'For the recipient only',
  foot: 'A lead to check, not a finding',
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  subject: (name: string, size: number, closed: number, live: number) =>
    `${name}: ${size} shops, ${closed} closed, ${live} not known to be closed`,
  to: 'To',
  from: 'From',
  sealed: 'Sealed',
  approval: 'Approval',
  signature: 'Signature',
  asks: 'What is asked',
  supersedes: 'Takes the place of',
  roles: {
    title: 'Stated by people',
    intro:
      'Who does what, as people stated it with what they rest it on. No program worked it out, and no probability rests on it.',
    who: 'Who',
    role: 'Role',
    stated: 'Stated by, on',
    grounds: 'Rests on',
    because: 'Because',
    names: {
      controls: 'controls',
      organiser: 'organizer',
      maker: 'maker',
      label_supplier: 'label supplier',
      storekeeper: 'storekeeper',
      seller: 'seller',
      promoter: 'promoter',
      payee: 'payee',
      courier: 'courier',
      nominee: 'nominee',
    },
  },
  scope: 'Scope',
  scopeText: (own: number, all: number) =>
    `${own} of the ring's ${all} shops, chosen by the author; the others are left out`,
  summaryScope: (name: string, { own, all }: { own: number; all: number }, closed: number) =>
    `This lead is about ${own} of the ${all} shops of the ring "${name}", chosen by its author: ${closed} closed, ${own - closed} not known to be closed.`,
  partOf: 'Part',
  otherPart: (lead: string, province: string, shops: number) =>
    `${lead} (${province}, ${counted(shops, 'shop')})`,
  partOfText: (province: string, { own, all }: { own: number; all: number }, others: string) =>
    `${province}. Counts ${own} of the ring's ${all} shops, with who they are registered to and what they took in. The others are counted in ${others}, and are told here as evidence only.`,
  unsigned: 'Unsigned',
  signed: (key: string) => `Ed25519, key ${key}`,
  notApproved: 'Not approved by a second person',
  computed: 'Computed',
  computedAs: (asOf: string, run: number, model: string) =>
    `as of ${asOf}, run ${run}, model ${model}`,
  handling: 'Handling',
  whatItIs: 'What this is',
  whatItIsText: [
    'This dossier says what records show about a group of shops, what follows from them with which probability, and what is missing. It is a lead for an authority to check, not a finding: it does not say that anybody has broken a law, and nobody named in it has been heard.',
    'Each statement is numbered and cites the rows that it rests on: [E1:12] is row 12 of source file E1 in the list of evidence. Statements marked "observed" repeat what rows say. The others are inferred. What speaks against a statement is numbered K and stands in section 3, in the same size.',
  ],
  summary: '1  Summary',
  summaryShops: (name: string, size: number, closed: number, live: number) =>
    `The ring "${name}" has ${size} shops: ${closed} closed, ${live} not known to be closed.`,
  summaryReturns: (count: number) =>
    count === 1
      ? 'One closed shop is claimed to have come back as another.'
      : `${count} closed shops are claimed to have come back as others.`,
  summaryJoint: (weakest: string, joint: string) =>
    `That two shops belong together is least sure of one step, with probability ${weakest}; the chance that all steps hold together is ${joint}, if they are independent. Read the second figure where you rely on the ring as a whole. That a shop came back as that very other one is told less surely, return by return.`,
  summaryWeakest: (weakest: string) =>
    `That two shops belong together is least sure of one step, with probability ${weakest}; the chance that all steps hold together could not be computed. That a shop came back as that very other one is told less surely, return by return.`,
  summaryKinds: (kinds: string) => `The links rest on these kinds of evidence: ${kinds}.`,
  summaryCounters: (count: number) =>
    count === 0
      ? 'Nothing on record speaks against a claim; section 8 says what was not compared.'
      : `${count} statements speak against claims: see section 3.`,
  caption: (title: string, date: string) => `${title}, ${date}`,
  part: (number: number, of: number) => `part ${number} of ${of}`,
  found: '2  What was found',
  observed: 'Observed',
  probability: (value: string) => `Probability ${value}`,
  allSteps: (value: string) => `All steps together ${value}`,
  inferredOnly: 'Inferred, no probability computed',
  uncheckedHere: 'not yet checked against labels here',
  checkedAgainst: (labels: number) => `checked against ${labels} labels`,
  against: (ids: string) => `Against: ${ids}`,
  comma: ', ',
  ground: 'What agrees',
  values: 'Values as the sources have them',
  shopsHold: 'Shops that hold it',
  bits: 'Bits',
  rows: 'Rows',
  speaksAgainst: '3  What speaks against it',
  concerns: (ids: string) => `Concerns ${ids}`,
  worth: (bits: string) => `${bits} bits`,
  innocent: '4  Innocent explanations considered',
  innocentIntro:
    'How two strangers could come to share what the shops share. Each was weighed by how many shops hold the value; none was excluded by an inquiry.',
  value: 'Value',
  explanation: 'How strangers could share it',
  shops: '5  Shops',
  shop: 'Shop',
  opened: 'Opened',
  closed: 'Closed',
  ownPath: 'Own path: weakest step, all steps',
  unknown: 'unknown',
  registered: 'Registered to',
  supply: '6  Where the goods may come from',
  supplyNone: 'No factory or place of supply was found on record.',
  supplyCount: (shops: number, parcels: number, testBuys: number, links: number) =>
    `Serves ${counted(shops, 'shop')} of the ring: ${counted(parcels, 'parcel')}, ${counted(testBuys, 'test buy')}, ${counted(links, 'stated link')}.`,
  supplyHub: (strangers: number) =>
    `Shared infrastructure: it also serves ${counted(strangers, 'shop')} outside the ring.`,
  supplyChance: (probability: string, unknown: string) =>
    `Probability ${probability}, against ${unknown} for a factory that no record leads to.`,
  supplyClues: (items: string) => `In bits: ${items}.`,
  supplyPath: (path: string) => `Path: ${path}`,
  supplyMissing: (items: string) => `Evidence that is missing: ${items}.`,
  supplyComplete: 'No evidence is listed as missing.',
  limits: '8  What was not checked',
  evidence: '9  Evidence',
  evidenceIntro:
    'Each source file is one item, ungraded. The hash is of the file as it was loaded; whoever holds the file can compare.',
  evidenceOf: (origin: string, licence: string, loaded: string) =>
    `Source: ${origin}. Licence: ${licence}. Loaded ${loaded}.`,
  evidenceRows: (count: number, rows: string) =>
    count === 1 ? `Row cited: ${rows}` : `${count} rows cited: ${rows}`,
  hashUnknown: 'Hash unknown: the file is no longer on record.',
  more: (count: number) => `${count} more`,
  verify: '10  How to check this package',
  verifyText: [
    'The package is a BagIt bag (RFC 8493): every file is listed with its SHA-256 and SHA-512, and any BagIt validator can check it.',
    'With Node 20 or later and nothing else: "node verify.mjs PACKAGE.zip", or the folder it was unpacked to. With Revenant: "revenant verify PACKAGE.zip". Both say which file was changed, is missing or was added, and whether every claim cites evidence that is there.',
  ],
  verifyStamp: (id: string) =>
    `A trusted time stamp (RFC 3161), where one was asked for, lies beside the package in the file ${id}.tsr. Both verifiers look for it there, say what time and authority it states, and check that it is of these bytes and that its signature holds by the certificate inside. Whether that certificate is the authority's is for you to check, with the authority's root certificate from another way; the last command below does.`,
  verifyUnsigned:
    'The package is unsigned. Who can change it can also recompute its hashes. Ask the sender for the SHA-256 of the zip file over another way, and compare it first. A verifier taken from somewhere else is better than the one inside.',
  verifySigned: (key: string) =>
    `The package is signed with the Ed25519 key ${key}. Who can change it can also sign it again with a key of his own, so compare this fingerprint with the one that the sender gave over another way: a verifier that is told it checks it. A verifier taken from somewhere else is better than the one inside.`,
}
export type DossierWords = typeof englishDossier
