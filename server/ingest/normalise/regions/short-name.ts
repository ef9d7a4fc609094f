/** The peoples after whom autonomous regions are called. */
const peoples =
  '阿昌 白 保安 布朗 布依 朝鲜 达斡尔 傣 德昂 东乡 侗 独龙 鄂伦春 鄂温克 高山 仡佬 哈尼 哈萨克 赫哲 回 基诺 京 景颇 柯尔克孜 拉祜 黎 傈僳 珞巴 满 毛南 门巴 蒙古 苗 仫佬 纳西 怒 普米 羌 撒拉 畲 水 塔吉克 塔塔尔 土家 土 佤 维吾尔 乌孜别克 锡伯 瑶 彝 裕固 藏 壮'
    .split(' ')
    .map((people) => `${people}族?`)

const autonomous = new RegExp(`(?:各族|(?:${peoples.join('|')})+)?自治[区州县旗]$`, 'u')
const suffixes = [
  autonomous,
  /自治[区州县旗]$/u,
  /特别行政区$/u,
  /地区$/u,
  /(?:省|市|县|区|盟|旗|林区|特区)$/u,
]

/** Shorter ones are words of any address. */
const leastLength = 2
/** Names without their last character that stand in addresses for something else: 市中心, 老城区, 新区. */
const noNames = new Set(['市中', '城区', '新区', '郊区', '矿区'])

/** What a region is called for short: 莆田市 is 莆田, 内蒙古自治区 is 内蒙古, 恩施土家族苗族自治州 is 恩施 and 恩施州. Empty where nothing shorter is its name. */
export function shortNames(name: string): readonly string[] {
  for (const suffix of suffixes) {
    const short = name.replace(suffix, '')
    if (short === name || short.length < leastLength) continue
    if (noNames.has(short)) return []
    return name.endsWith('自治州') ? [short, `${short}州`] : [short]
  }
  return []
}
