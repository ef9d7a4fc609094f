/** The ring's shops. */
export const shops = {
  lotus: 'shop:weigou.example/12903',
  bag: 'shop:jushi.example/88213',
  petal: 'shop:weigou.example/33120',
} as const

/** A shop outside the ring, and a person who only holds something that many share. */
export const stranger = { key: 'shop:jushi.example/777', name: 'Honest Umbrellas' }
export const bystander = { key: 'identity:demo/agent/1', name: '王代办' }

export const account = 'account:bank_card/6217000012344471'
export const origin = 'origin:青石村 12 号'
export const hub = 'origin:菜鸟驿站 3'
export const factory = 'factory:demo/F1'
export const registrant = 'identity:uscc/CN/91350100M000100Y43'
