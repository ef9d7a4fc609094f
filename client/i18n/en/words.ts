/** Names of the model's own words: kinds, channels, relations, records, fields. */
export const kinds = {
  Shop: 'shop',
  Identity: 'identity',
  Contact: 'contact',
  PaymentAccount: 'payment account',
  Origin: 'origin',
  Factory: 'factory',
  Place: 'place',
  Ring: 'ring',
} as const

export const kindsMany = {
  Shop: 'shops',
  Identity: 'identities',
  Contact: 'contacts',
  PaymentAccount: 'accounts',
  Origin: 'origins',
  Factory: 'factories',
  Place: 'places',
  Ring: 'rings',
} as const

export const channels = {
  registrant: 'registrant',
  id_number: 'id number',
  phone: 'phone',
  email: 'e-mail',
  messenger: 'messenger',
  device: 'device',
  domain: 'domain',
  tracking_id: 'tracking id',
  network: 'network',
  account: 'payment account',
  origin: 'origin',
  factory: 'factory',
  name: 'name',
  images: 'pictures',
  titles: 'titles',
  brands: 'brand',
  prices: 'price',
} as const

export const linkKinds = {
  came_back_as: 'came back as',
  same_controller: 'one controller',
  shares_supply: 'shares supply',
} as const

/** The relation seen from the end that it starts at. */
export const edgesOut = {
  REGISTERED_TO: 'registered to',
  REACHED_AT: 'reached at',
  PAID_INTO: 'paid into',
  TRANSFERS_TO: 'transfers to',
  HOLDS: 'holds',
  SHIPS_FROM: 'ships from',
  SUPPLIED_BY: 'supplied by',
  AT: 'at',
  RUNS: 'runs',
  PROMOTES: 'leads buyers to',
  RESELLS_FOR: 'sells the goods of',
  CONTROLS: 'controls',
  HAS_ROLE: 'has a role in',
} as const

/** The relation seen from the end that it leads to. */
export const edgesIn = {
  REGISTERED_TO: 'registered to it',
  REACHED_AT: 'reached at it',
  PAID_INTO: 'paid into it',
  TRANSFERS_TO: 'transfer to it',
  HOLDS: 'hold it',
  SHIPS_FROM: 'ship from here',
  SUPPLIED_BY: 'supplied by it',
  AT: 'are here',
  RUNS: 'run it',
  PROMOTES: 'lead buyers to it',
  RESELLS_FOR: 'sell its goods',
  CONTROLS: 'control it',
  HAS_ROLE: 'have a role in it',
} as const

export const began = {
  opened: 'opened',
  taken_over: 'taken over',
  reinstated: 'reinstated',
} as const

export const ended = {
  counterfeit: 'closed for counterfeit',
  owner: 'closed by its owner',
  inactive: 'inactive',
  sold: 'sold',
  other: 'closed',
} as const

export const records = {
  shop: 'shop',
  life: 'life',
  link: 'link',
  identity: 'identity',
  factory: 'factory',
  place: 'place',
  listing: 'listing',
  sale: 'sale',
  transfer: 'transfer',
  parcel: 'parcel',
  test_buy: 'test buy',
  right: 'right',
  authorised: 'authorized party',
  event: 'event',
  evidence: 'evidence',
  decision: 'decision',
} as const

export const levels = {
  same: 'the same',
  near: 'nearly the same',
  differ: 'different',
} as const

/** Names of a node's or an edge's own properties; others are shown as they are. */
export const properties = {
  accountKind: 'account kind',
  name: 'name',
  url: 'web address',
  platform: 'platform',
  categories: 'categories',
  brands: 'brands',
  entityKind: 'person or company',
  idScheme: 'id scheme',
  idNumber: 'id number',
  country: 'country',
  birthDate: 'birth date',
  occupation: 'occupation',
  address: 'address',
  place: 'place',
  contactKind: 'contact kind',
  value: 'value',
  scheme: 'scheme',
  holder: 'holder',
  region: 'region',
  postcode: 'postcode',
  products: 'products',
  lat: 'latitude',
  lng: 'longitude',
  crs: 'coordinate system',
  accuracyM: 'accuracy, m',
  role: 'role',
  basis: 'basis',
  amount: 'amount',
  currency: 'currency',
  on: 'date',
  normalName: 'normal name',
  literal: 'as typed',
  masked: 'partly masked',
  evidence: 'evidence',
} as const
