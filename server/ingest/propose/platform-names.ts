import { plainPlatform } from '../../domain/platform.ts'
import { headerWord } from './field-words.ts'

/**
 * Platforms by the address of their site, with what tables call them, as {@link headerWord} writes it: the same shop must not stand twice because one table says 淘宝 and another taobao.com. Only those with one site; a name that stands for
 * a site in each country (Amazon, eBay, Shopee) is left as it is.
 */
const names: Readonly<Record<string, string>> = {
  'taobao.com': 'taobao 淘宝 淘宝网 淘宝店',
  'tmall.com': 'tmall 天猫 天猫商城',
  '1688.com': '1688 阿里巴巴1688',
  'jd.com': 'jd jingdong 京东 京东商城',
  'pinduoduo.com': 'pdd pinduoduo 拼多多',
  'douyin.com': 'douyin 抖音 抖店 抖音小店 抖音电商',
  'kuaishou.com': 'kuaishou 快手 快手小店',
  'xiaohongshu.com': 'xiaohongshu rednote 小红书',
  'weidian.com': 'weidian 微店',
  'goofish.com': 'xianyu goofish 闲鱼',
  'zhuanzhuan.com': 'zhuanzhuan 转转',
  'dewu.com': 'dewu poizon 得物',
  'vip.com': 'vipshop 唯品会',
  'suning.com': 'suning 苏宁 苏宁易购',
  'aliexpress.com': 'aliexpress 速卖通 全球速卖通',
  'dhgate.com': 'dhgate 敦煌网',
  'temu.com': 'temu',
  'etsy.com': 'etsy',
}

const byName = new Map(
  Object.entries(names).flatMap(([site, words]) => words.split(' ').map((word) => [word, site])),
)

/** By name of a platform as it is typed, the address of its site; names that are not known are left out. */
export function sitesOf(values: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    values.flatMap((value) => {
      const site = byName.get(headerWord(value))
      return site === undefined || site === plainPlatform(value) ? [] : [[value, site]]
    }),
  )
}
