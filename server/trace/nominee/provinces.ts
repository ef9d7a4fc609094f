/** Provinces of China by the first two digits of GB/T 2260, with their ISO 3166-2 part and how addresses begin. */
const provinces: readonly (readonly [code: string, iso: string, name: string])[] = [
  ['11', 'BJ', '北京'],
  ['12', 'TJ', '天津'],
  ['13', 'HE', '河北'],
  ['14', 'SX', '山西'],
  ['15', 'NM', '内蒙古'],
  ['21', 'LN', '辽宁'],
  ['22', 'JL', '吉林'],
  ['23', 'HL', '黑龙江'],
  ['31', 'SH', '上海'],
  ['32', 'JS', '江苏'],
  ['33', 'ZJ', '浙江'],
  ['34', 'AH', '安徽'],
  ['35', 'FJ', '福建'],
  ['36', 'JX', '江西'],
  ['37', 'SD', '山东'],
  ['41', 'HA', '河南'],
  ['42', 'HB', '湖北'],
  ['43', 'HN', '湖南'],
  ['44', 'GD', '广东'],
  ['45', 'GX', '广西'],
  ['46', 'HI', '海南'],
  ['50', 'CQ', '重庆'],
  ['51', 'SC', '四川'],
  ['52', 'GZ', '贵州'],
  ['53', 'YN', '云南'],
  ['54', 'XZ', '西藏'],
  ['61', 'SN', '陕西'],
  ['62', 'GS', '甘肃'],
  ['63', 'QH', '青海'],
  ['64', 'NX', '宁夏'],
  ['65', 'XJ', '新疆'],
  ['71', 'TW', '台湾'],
  ['81', 'HK', '香港'],
  ['82', 'MO', '澳门'],
]

const known = new Set(provinces.map(([code]) => code))

/** The province of a GB/T 2260 or ISO 3166-2 region, or of an address that begins with one; undefined where none shows. */
export function provinceOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const digits = /^(\d{2})(?:\d{2}){0,2}$/u.exec(text)?.[1]
  if (digits !== undefined) return known.has(digits) ? digits : undefined
  const iso = /^CN-([A-Z]{2})$/u.exec(text)?.[1]
  return provinces.find(([, part, name]) => part === iso || text.startsWith(name))?.[0]
}

/**
 * The province in which an id number was given out: the first digits of a resident number (GB 11643-1999), the third and fourth character of a unified social credit
 * code (GB 32100-2015).
 */
export function provinceOfNumber(
  scheme: string | undefined,
  number: string | undefined,
): string | undefined {
  if (scheme === 'resident_id') return provinceOf(number?.slice(0, 2))
  return scheme === 'uscc' ? provinceOf(number?.slice(2, 4)) : undefined
}
