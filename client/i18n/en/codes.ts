/** Permanent codes of the server, each with its sentence. A code that is not here is shown as it is. */
export const problems = {
  'request-invalid': 'The request could not be understood',
  'origin-refused': 'The request came from another page and was refused',
  'path-unknown': 'The server does not know this address',
  'node-unknown': 'Nothing in the store has this key',
  'relation-unknown': 'No record says this relation',
  'link-unknown': 'No such link in this run',
  'ring-unknown': 'No such ring in this run',
  'run-missing': 'No run yet: the shops have not been linked',
  'run-unknown': 'No such run',
  'decision-unknown': 'No such decision',
  'ruling-unknown': 'No such ruling',
  'paper-unknown': 'No such case, note, hold or scene',
  'paper-changed': 'Somebody else changed it meanwhile',
  'job-unknown': 'No such job',
  'job-running': 'Another job is running; wait until it ends',
  'lead-unknown': 'No such lead',
  'evidence-unknown': 'No such file of evidence',
  'evidence-refused': 'The file cannot be taken into evidence',
  'lead-refused': 'The lead cannot go that way',
  'time-stamp-missing': 'The authority gave no time stamp',
  'dataset-refused': 'The dataset was refused',
  'upload-unknown': 'No such upload',
  'upload-refused': 'The files were refused',
  'store-unreachable': 'The store cannot be reached',
  internal: 'The server failed',
  network: 'The server does not answer',
  'answer-unreadable': 'The answer of the server could not be read',
} as const

export const missing = {
  'hub-on-path': 'a way there that does not lead through a hub',
  'no-test-buy': 'a test buy whose parcel is traced',
  'no-verified-test-buy': 'a verifier’s word on the goods of a test buy',
  'no-parcel': 'a parcel with its scans',
  'single-source': 'a second record for the weakest step',
  'no-live-shop': 'a record that ties an open shop of the ring to it',
  'no-address': 'its address',
  'not-seen-on-site': 'that somebody saw it: nobody was seen on site',
} as const

/** What speaks for or against a factory, by permanent code. */
export const clues = {
  base: 'that some record leads there',
  stated: 'stated as supplier',
  'stated-more': 'stated of further shops',
  'stated-newest': 'the newest statement names it',
  'latest-shop': 'records of the latest shop name it',
  'silent-shops': 'shops whose supplier nobody states',
  'parcels-sent': 'parcels that it sent',
  'test-buys': 'test buys from it found counterfeit',
  'first-scan': 'parcels first scanned at its site',
  'shared-origin': 'addresses that both ship from',
  'shared-hub': 'hubs that both ship from: little, as strangers do too',
  'same-address': 'addresses of both that are one, written otherwise',
  'shared-contact': 'contacts in common',
  'shared-person': 'registrants who run it or are it',
  'shared-pictures': 'pictures in common with other shops that it supplies',
  'named-in-listings': 'listings that write its name',
  'usual-goods': 'whether its other shops sell the same',
  'regional-goods': 'whether shops of its region sell the same',
  'same-goods': 'makes what the ring sells',
  'other-goods': 'makes other goods than the ring sells',
} as const

export const parts = {
  live_shops: 'live shops',
  size: 'shops',
  closed_for_counterfeit: 'closed for counterfeit',
  came_back: 'came back',
  days_since_comeback: 'days since the last return',
  complaints: 'complaints',
  test_buys_counterfeit: 'test buys: counterfeit',
  test_buys_genuine: 'test buys: genuine',
  safety_goods: 'shops with goods that can hurt people',
  confidence: 'how surely its shops hang together',
} as const

/** How two strangers could come to share a value, by channel and level. */
export const innocent = {
  account_same: 'a payment agent, a rented card or a family account',
  account_near: 'two people of one name, or somebody who lends accounts to many',
  device_same:
    'a device that was sold on, an internet café, or an agent that runs shops for others',
  domain_same: 'a shop builder or market place that hosts many',
  domain_near: 'a common word, a squatter, or two tenants of one host',
  email_same: 'an agent that registers shops for others',
  email_near: 'two people of one name at one mail service',
  factory_same: 'dealers of one supplier',
  id_number_same: 'a registration agent that signs for many, or a stolen number',
  id_number_near: 'a number typed wrong, made up or borrowed',
  images_same: 'pictures of one supplier, a bought pack, or pictures that were copied',
  messenger_same: 'a customer service that answers for many',
  name_same: 'a brand or a common phrase that anyone may use',
  name_near: 'a brand, a place or a trade that anyone may name',
  network_same: 'one office building, one mobile network, one proxy service',
  origin_same: 'a parcel center, a shared warehouse or a neighbor',
  origin_near: 'tenants of one building, or a market town where many pack parcels',
  phone_same:
    'a switchboard, a service that answers for many, or a number that was given out again',
  phone_near: 'neighboring numbers of one block',
  registrant_same: 'two people or two companies of one name',
  registrant_near: 'two companies whose names look alike',
  tracking_id_same: 'one web agency that built both sites, or a copied page',
  titles_near: 'titles copied from a supplier, or two who sell the same goods',
  brands_same: 'a brand that many copy',
  prices_same: 'what such goods cost',
  prices_near: 'what such goods cost',
} as const

/** Steps of a path that parcels, addresses or numbers show and no relation of the graph stands for. */
export const parcelSteps = {
  SENT_BY: 'has parcels sent by',
  SCANNED_AT: 'has parcels first scanned at',
  SAME_ADDRESS: 'is one address with',
  SAME_NUMBER: 'has the registration number of',
} as const
