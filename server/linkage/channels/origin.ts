import type { ChannelRule } from '../channel.ts'
import { foldText } from '../fold-text.ts'
import { genericFrom } from '../generic.ts'
import { houseOf } from '../street.ts'

/** Parcels of both shops leave from one address, one building, or one village or street. */
export const origin: ChannelRule = {
  channel: 'origin',
  carrier: { type: 'SHIPS_FROM' },
  levels: [
    {
      name: 'same',
      says: 'parcels of both leave from one address',
      m: 0.2,
      strangers: 0.05,
      growth: 0.8,
      genericFrom: genericFrom.Origin,
      finds: true,
      innocent: 'a parcel centre, a shared warehouse or a neighbour',
    },
    {
      name: 'near',
      says: 'parcels of both leave from one building',
      m: 0.1,
      strangers: 0.1,
      growth: 1,
      genericFrom: genericFrom.Origin,
      finds: true,
      innocent: 'tenants of one building',
    },
    {
      name: 'near',
      says: 'parcels of both leave from one village or district',
      m: 0.2,
      strangers: 1,
      growth: 1,
      genericFrom: 100,
      finds: false,
      innocent: 'a market town where many pack parcels',
    },
  ],
  differ: { inSequence: 0.5, together: 0.1 },
  keys: ({ key, literal, parts, about }) => {
    if (key === undefined) return undefined
    return [
      [key],
      buildingOf(parts.join(' ')),
      [...areaOf(about.address ?? literal), ...countyOf(about.region)],
    ]
  },
}

/** The house number with a word of its street, or everything up to the house number in Chinese. */
function buildingOf(address: string): string[] {
  const chinese = /^(.*?\d+)\s*(?:号|弄|幢)/u.exec(address.normalize('NFKC'))
  if (chinese?.[1] !== undefined) return [chinese[1].replace(/\s+/gu, '')]
  const house = houseOf(address)
  return house?.street === undefined ? [] : [`${house.number} ${house.street}`]
}

/** What stands behind the first comma, or before the first number in Chinese: a village, a quarter, a district. */
function areaOf(address: string): string[] {
  const [first = '', ...rest] = address.normalize('NFKC').split(/[,，]/u)
  const area = foldText(rest.join(' '))
  if (area !== '') return [area]
  const chinese = /^(\D*\p{Script=Han})\d/u.exec(first.replace(/\s+/gu, ''))
  return chinese?.[1] === undefined ? [] : [chinese[1]]
}

/** A county or district by its code of GB/T 2260; a whole prefecture is no neighbourhood. */
function countyOf(region: string | undefined): string[] {
  return region !== undefined && /^\d{6}$/.test(region) && !region.endsWith('00') ? [region] : []
}

/** A word of a street's name; never evidence, only a reason to look. */
export function streetsOf(address: string): string[] {
  const street = houseOf(address)?.street
  return street === undefined ? [] : [street]
}
