import type { Channel } from '../../domain/link.ts'

/** 互不相识者共有同一值的可能原因，按比对项。 */
export const chineseInnocent: Record<Channel, string> = {
  registrant: '同名，或由同一代办机构登记',
  id_number: '证件被冒用，或录入有误',
  phone: '号码经回收后重新分配，或为代办机构的号码',
  email: '代办机构或共用的邮箱',
  messenger: '代办机构或客服外包的账号',
  device: '共用或转售的设备',
  domain: '域名转售，或由建站服务商持有',
  tracking_id: '由同一建站服务商设置',
  network: '同一园区、宿舍或代理的网络',
  account: '支付服务商、代收款人或出租的账户',
  origin: '同一园区、仓库、驿站或代发点',
  factory: '同一工厂为许多互不相关的商家供货',
  name: '常见的商品或品牌用语',
  images: '来自同一供应商或购买的图片包，或被他人复制的图片',
  titles: '沿用供应商的标题，或销售同类商品',
  brands: '多人仿冒的品牌',
  prices: '同类商品的通常售价',
}
