import type { Basis, Unplaced } from './map-sites.ts'
import type { Language } from './words.ts'

/** Every text of the map that is not data. */
export interface MapWords {
  readonly title: (ring: string) => string
  readonly parcels: (count: number) => string
  readonly records: (count: number) => string
  readonly arc: (from: string, to: string, what: string) => string
  readonly bothEnds: (count: number, of: number) => string
  readonly oneEnd: string
  readonly shared: string
  readonly cluster: (count: number) => string
  readonly basis: Readonly<Record<Exclude<Basis, 'exact'>, (town: string) => string>>
  readonly because: Readonly<Record<Unplaced['because'], string>>
  readonly share: (share: string) => string
  readonly serves: (shops: number) => string
  readonly latitude: (degrees: string, side: 'north' | 'south') => string
  readonly longitude: (degrees: string, side: 'east' | 'west') => string
  readonly notes: {
    readonly unplaced: (count: number) => string
    readonly withoutName: (count: number) => string
    readonly outside: (count: number) => string
    readonly withoutSender: (count: number) => string
    readonly arcsLeft: (count: number) => string
    readonly halfUnplaced: (count: number) => string
    readonly within: (count: number) => string
  }
}

const plural = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`

const english: MapWords = {
  title: (ring) => `${ring}: where its goods come from`,
  parcels: (count) => plural(count, 'parcel'),
  records: (count) => `no parcel, ${plural(count, 'record')}`,
  arc: (from, to, what) => `${from} → ${to}: ${what}`,
  bothEnds: (count, of) => `both ends seen on ${count} of ${of}`,
  oneEnd: 'only one end seen',
  shared: 'shared by strangers, counts for nothing',
  cluster: (count) => `${count} places here: Enter or a click zooms in`,
  basis: {
    town: (town) => `place of the town: drawn at ${town}`,
    country: (country) => `only the country is known: drawn in the middle of ${country}`,
  },
  because: {
    'no-address': 'no record gives an address',
    'unknown-town': 'its address has no coordinates and names no town that is known here',
  },
  share: (share) => `${share} of the ring's parcels`,
  serves: (shops) => plural(shops, 'shop'),
  latitude: (degrees, side) => `${degrees}° ${side === 'north' ? 'N' : 'S'}`,
  longitude: (degrees, side) => `${degrees}° ${side === 'east' ? 'E' : 'W'}`,
  notes: {
    unplaced: (count) => `${count} not on the map: listed below it.`,
    withoutName: (count) => `${plural(count, 'name')} hidden for want of room: rest on the mark.`,
    outside: (count) => `${plural(count, 'place')} outside the picture.`,
    withoutSender: (count) => `${plural(count, 'parcel')} without a known sender: no line.`,
    arcsLeft: (count) => `${plural(count, 'weaker line')} not drawn.`,
    halfUnplaced: (count) => `${plural(count, 'line')} with an end that is not on the map.`,
    within: (count) => `${plural(count, 'line')} inside one mark.`,
  },
}

const chinese: MapWords = {
  title: (ring) => `${ring}：货从哪里来`,
  parcels: (count) => `${count} 个包裹`,
  records: (count) => `无包裹，${count} 条记录`,
  arc: (from, to, what) => `${from} → ${to}：${what}`,
  bothEnds: (count, of) => `${of} 个中有 ${count} 个两端均有扫描`,
  oneEnd: '仅一端有记录',
  shared: '多方共用，不计证据',
  cluster: (count) => `此处 ${count} 个地点：回车或单击放大`,
  basis: {
    town: (town) => `城镇位置：画在${town}`,
    country: (country) => `仅知国家：画在${country}中部`,
  },
  because: {
    'no-address': '没有记录给出地址',
    'unknown-town': '地址没有坐标，也未写明此处已知的城镇',
  },
  share: (share) => `占店群包裹 ${share}`,
  serves: (shops) => `${shops} 家店`,
  latitude: (degrees, side) => `${side === 'north' ? '北纬' : '南纬'} ${degrees}°`,
  longitude: (degrees, side) => `${side === 'east' ? '东经' : '西经'} ${degrees}°`,
  notes: {
    unplaced: (count) => `${count} 个不在图上：列于图下。`,
    withoutName: (count) => `${count} 个名称因位置不足未显示：指向标记即可查看。`,
    outside: (count) => `${count} 个地点在画面之外。`,
    withoutSender: (count) => `${count} 个包裹没有已知寄件方：不画线。`,
    arcsLeft: (count) => `另有 ${count} 条较弱的线未画出。`,
    halfUnplaced: (count) => `${count} 条线有一端不在图上。`,
    within: (count) => `${count} 条线在同一标记之内。`,
  },
}

export const mapWords: Readonly<Record<Language, MapWords>> = { en: english, zh: chinese }
