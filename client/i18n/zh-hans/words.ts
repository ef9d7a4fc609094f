import type { Messages } from '../en/messages.ts'

export const kinds: Messages['kinds'] = {
  Shop: '店铺',
  Identity: '身份',
  Contact: '联系方式',
  PaymentAccount: '收款账户',
  Origin: '发货地',
  Factory: '工厂',
  Place: '场所',
  Ring: '店群',
}

export const kindsMany: Messages['kindsMany'] = {
  Shop: '店铺',
  Identity: '身份',
  Contact: '联系方式',
  PaymentAccount: '账户',
  Origin: '发货地',
  Factory: '工厂',
  Place: '场所',
  Ring: '店群',
}

export const channels: Messages['channels'] = {
  registrant: '登记人',
  id_number: '证件号',
  phone: '电话',
  email: '邮箱',
  messenger: '即时通讯',
  device: '设备',
  domain: '域名',
  tracking_id: '统计代码',
  network: '网络',
  account: '收款账户',
  origin: '发货地',
  factory: '工厂',
  name: '名称',
  images: '图片',
  titles: '标题',
  brands: '品牌',
  prices: '价格',
}

export const linkKinds: Messages['linkKinds'] = {
  came_back_as: '重新开店为',
  same_controller: '同一控制人',
  shares_supply: '共用货源',
}

export const edgesOut: Messages['edgesOut'] = {
  REGISTERED_TO: '登记于',
  REACHED_AT: '联系方式为',
  PAID_INTO: '收款至',
  TRANSFERS_TO: '转账至',
  HOLDS: '持有',
  SHIPS_FROM: '发货自',
  SUPPLIED_BY: '供货方为',
  AT: '位于',
  RUNS: '经营',
  PROMOTES: '引流至',
  RESELLS_FOR: '代销',
  CONTROLS: '控制',
  HAS_ROLE: '任职于',
}

export const edgesIn: Messages['edgesIn'] = {
  REGISTERED_TO: '登记于此',
  REACHED_AT: '以此联系',
  PAID_INTO: '收款至此',
  TRANSFERS_TO: '转账至此',
  HOLDS: '持有此项',
  SHIPS_FROM: '由此发货',
  SUPPLIED_BY: '由其供货',
  AT: '位于此处',
  RUNS: '经营此项',
  PROMOTES: '引流至此',
  RESELLS_FOR: '代销其货',
  CONTROLS: '控制此项',
  HAS_ROLE: '在此任职',
}

export const began: Messages['began'] = {
  opened: '开店',
  taken_over: '接手',
  reinstated: '恢复',
}

export const ended: Messages['ended'] = {
  counterfeit: '因售假关店',
  owner: '店主关店',
  inactive: '停业',
  sold: '转让',
  other: '关店',
}

export const records: Messages['records'] = {
  shop: '店铺',
  life: '存续期',
  link: '关系',
  identity: '身份',
  factory: '工厂',
  place: '场所',
  listing: '商品',
  sale: '销售',
  transfer: '转账',
  parcel: '包裹',
  test_buy: '试购',
  right: '权利',
  authorised: '被授权方',
  event: '事件',
  evidence: '证据',
  decision: '裁定',
}

export const levels: Messages['levels'] = {
  same: '相同',
  near: '近似',
  differ: '不同',
}

export const properties: Messages['properties'] = {
  accountKind: '账号类型',
  name: '名称',
  url: '网址',
  platform: '平台',
  categories: '类目',
  brands: '品牌',
  entityKind: '个人或公司',
  idScheme: '证件类型',
  idNumber: '证件号',
  country: '国家',
  birthDate: '出生日期',
  occupation: '职业',
  address: '地址',
  place: '场所',
  contactKind: '联系类型',
  value: '值',
  scheme: '账户类型',
  holder: '持有人',
  region: '地区',
  postcode: '邮编',
  products: '产品',
  lat: '纬度',
  lng: '经度',
  crs: '坐标系',
  accuracyM: '精度（米）',
  role: '角色',
  basis: '依据',
  amount: '金额',
  currency: '币种',
  on: '日期',
  normalName: '归一名称',
  literal: '原样',
  masked: '部分遮盖',
  evidence: '证据',
}
