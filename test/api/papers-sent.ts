const shop = (id: string) => `shop:taobao.com/${id}`

/** Papers as a caller sends them, about the small dataset. */
export const aNote = { about: shop('101'), by: 'An', text: 'seen twice' }

export const aHold = {
  shop: shop('103'),
  until: '2026-04-30',
  why: 'test buy under way',
  by: 'An',
}

export const aCase = {
  name: 'Lotus',
  owner: 'An',
  members: ['王'],
  status: 'open',
  hypotheses: [],
  questions: [],
  tray: [],
}

export const aRole = (ring: string) => ({
  subject: 'account:bank/6222021234567890123',
  role: 'payee',
  of: ring,
  by: 'An',
  because: 'paid four sellers',
  grounds: [{ kind: 'source', text: 'statement of a courier' }],
})

export const aScene = {
  name: 'Lotus and its account',
  by: 'An',
  keys: [shop('101')],
  hidden: [],
  pinned: [{ key: shop('101'), x: 1, y: 2 }],
  layout: 'lanes',
  filters: {},
}

export const aDecision = {
  a: shop('101'),
  b: shop('102'),
  verdict: 'same',
  by: 'An',
  because: 'one account',
}

export const aRuling = {
  value: 'account:bank/6222021234567890123',
  generic: true,
  by: 'An',
  because: 'an agent',
}
