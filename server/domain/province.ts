/** A division of the first level by GB/T 2260, with its names and its letters in ISO 3166-2:CN. */
export interface Province {
  /** `350000`. */
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly letters: string
  /** As addresses begin with it, without what kind of division it is. */
  readonly short: string
}

/** Province by region code (GB/T 2260 or ISO 3166-2), or by its name in an address; undefined where neither says it, as no city is looked up. */
export function provinceOf(region: string, address: string): Province | undefined {
  return byCode(region) ?? byName(region) ?? byName(address)
}

/** The province that a USCC or the number of a resident names by its digits; undefined for other numbers. */
export function provinceOfNumber(scheme: string, number: string): Province | undefined {
  const digits = numbered[scheme]?.exec(number)?.[1]
  return digits === undefined ? undefined : provinces.find(({ code }) => code.startsWith(digits))
}

export function provinceByCode(code: string): Province | undefined {
  return provinces.find((own) => own.code === code)
}

/** GB 32100 has the region from the third place on, GB 11643 from the first. */
const numbered: Readonly<Record<string, RegExp>> = {
  uscc: /^[0-9A-Z]{2}(\d{2})\d{4}[0-9A-Z]{10}$/i,
  resident_id: /^(\d{2})\d{15}[\dX]$/i,
}

function byCode(region: string): Province | undefined {
  const text = region.normalize('NFKC').trim().toUpperCase()
  const [, digits] = /^(?:CN-)?(\d{2})(?:\d{2}){0,2}$/.exec(text) ?? []
  const [, letters] = /^CN-([A-Z]{2})$/.exec(text) ?? []
  return provinces.find((own) =>
    digits === undefined ? own.letters === letters : own.code.startsWith(digits),
  )
}

/** Chinese addresses begin with their province; English ones name it at the end, between commas. */
function byName(address: string): Province | undefined {
  const text = address
    .normalize('NFKC')
    .trim()
    .replace(/^(?:中国|中华人民共和国)/u, '')
  const parts = text
    .toLowerCase()
    .split(/[,;]/)
    .map((part) => part.replace(/ (?:province|city)$/, '').trim())
  return provinces.find(
    ({ short, en }) => text.startsWith(short) || parts.includes(en.toLowerCase()),
  )
}

const provinces: readonly Province[] = [
  { code: '110000', zh: '北京市', en: 'Beijing', letters: 'BJ', short: '北京' },
  { code: '120000', zh: '天津市', en: 'Tianjin', letters: 'TJ', short: '天津' },
  { code: '130000', zh: '河北省', en: 'Hebei', letters: 'HE', short: '河北' },
  { code: '140000', zh: '山西省', en: 'Shanxi', letters: 'SX', short: '山西' },
  { code: '150000', zh: '内蒙古自治区', en: 'Inner Mongolia', letters: 'NM', short: '内蒙古' },
  { code: '210000', zh: '辽宁省', en: 'Liaoning', letters: 'LN', short: '辽宁' },
  { code: '220000', zh: '吉林省', en: 'Jilin', letters: 'JL', short: '吉林' },
  { code: '230000', zh: '黑龙江省', en: 'Heilongjiang', letters: 'HL', short: '黑龙江' },
  { code: '310000', zh: '上海市', en: 'Shanghai', letters: 'SH', short: '上海' },
  { code: '320000', zh: '江苏省', en: 'Jiangsu', letters: 'JS', short: '江苏' },
  { code: '330000', zh: '浙江省', en: 'Zhejiang', letters: 'ZJ', short: '浙江' },
  { code: '340000', zh: '安徽省', en: 'Anhui', letters: 'AH', short: '安徽' },
  { code: '350000', zh: '福建省', en: 'Fujian', letters: 'FJ', short: '福建' },
  { code: '360000', zh: '江西省', en: 'Jiangxi', letters: 'JX', short: '江西' },
  { code: '370000', zh: '山东省', en: 'Shandong', letters: 'SD', short: '山东' },
  { code: '410000', zh: '河南省', en: 'Henan', letters: 'HA', short: '河南' },
  { code: '420000', zh: '湖北省', en: 'Hubei', letters: 'HB', short: '湖北' },
  { code: '430000', zh: '湖南省', en: 'Hunan', letters: 'HN', short: '湖南' },
  { code: '440000', zh: '广东省', en: 'Guangdong', letters: 'GD', short: '广东' },
  { code: '450000', zh: '广西壮族自治区', en: 'Guangxi', letters: 'GX', short: '广西' },
  { code: '460000', zh: '海南省', en: 'Hainan', letters: 'HI', short: '海南' },
  { code: '500000', zh: '重庆市', en: 'Chongqing', letters: 'CQ', short: '重庆' },
  { code: '510000', zh: '四川省', en: 'Sichuan', letters: 'SC', short: '四川' },
  { code: '520000', zh: '贵州省', en: 'Guizhou', letters: 'GZ', short: '贵州' },
  { code: '530000', zh: '云南省', en: 'Yunnan', letters: 'YN', short: '云南' },
  { code: '540000', zh: '西藏自治区', en: 'Tibet', letters: 'XZ', short: '西藏' },
  { code: '610000', zh: '陕西省', en: 'Shaanxi', letters: 'SN', short: '陕西' },
  { code: '620000', zh: '甘肃省', en: 'Gansu', letters: 'GS', short: '甘肃' },
  { code: '630000', zh: '青海省', en: 'Qinghai', letters: 'QH', short: '青海' },
  { code: '640000', zh: '宁夏回族自治区', en: 'Ningxia', letters: 'NX', short: '宁夏' },
  { code: '650000', zh: '新疆维吾尔自治区', en: 'Xinjiang', letters: 'XJ', short: '新疆' },
  { code: '710000', zh: '台湾省', en: 'Taiwan', letters: 'TW', short: '台湾' },
  { code: '810000', zh: '香港特别行政区', en: 'Hong Kong', letters: 'HK', short: '香港' },
  { code: '820000', zh: '澳门特别行政区', en: 'Macao', letters: 'MO', short: '澳门' },
]
