/**
 * Words that headers use for a field, in English and Chinese, as {@link headerWord} writes them. Where one word stands at several fields, the kind of the row
 * decides.
 */
const words: Readonly<Record<string, string>> = {
  platform: 'site marketplace 平台 电商平台 所属平台 平台名称',
  shop_id:
    'id shop shopid shopno storeid sellerid merchantid 店铺id 店铺编号 店铺号 商家id 卖家id 店铺',
  name: 'shopname storename sellername fullname 店铺名称 店铺名 店名 名称 商家名称 网店名称 姓名 企业名称 工厂名称',
  url: 'link website shopurl storeurl 店铺链接 链接 网址',
  opened_on: 'opened opendate openedat startdate registeredon 开店日期 开店时间 注册时间 成立日期',
  closed_on: 'closed closedate closedat enddate 关店日期 关店时间 关闭日期 封店日期 封店时间',
  closed_because: 'reason closereason 关店原因 封店原因 关闭原因',
  category: 'categories 类目 分类 经营类目 主营类目',
  brand: 'brands 品牌',
  seen_on: 'seen date crawledon collectedon 采集日期 采集时间 抓取时间 日期',
  registrant_name:
    'registrant owner legalname company companyname 公司名称 企业名称 注册人 经营者 店主 主体名称 法人 法定代表人',
  registrant_id:
    'uscc creditcode idnumber businesslicence businesslicense 统一社会信用代码 信用代码 身份证号 身份证 证件号 营业执照号',
  id_number: 'uscc creditcode 统一社会信用代码 信用代码 身份证号 身份证 证件号',
  phone: 'phones telephone tel mobile contact 电话 手机 手机号 手机号码 联系电话 联系方式',
  email: 'emails mail 邮箱 电子邮件 电子邮箱',
  messenger: 'wechat qq whatsapp telegram 微信 微信号 qq号',
  device: 'deviceid 设备号 设备id',
  domain: 'domains 域名',
  account: 'accounts bankaccount iban cardno 银行账号 账号 收款账号 银行卡号 支付宝账号 支付宝',
  account_holder: 'holder accountname 户名 开户名 账户名',
  origin_address: 'address shipfrom origin returnaddress 发货地址 发货地 退货地址 地址',
  address: 'addr 地址 住址 厂址',
  factory_name: 'factory manufacturer supplier 工厂 生产厂家 厂家 供应商',
  factory_address: '工厂地址 厂址',
  factory_id: '工厂编号',
  identity_id: 'id personid 人员编号 编号',
  listing_id: 'item itemid product productid sku 商品id 宝贝id 商品编号',
  title: 'producttitle productname 商品标题 商品名称 宝贝标题 标题',
  price: '价格 单价 售价',
  currency: '币种 货币',
  image: 'images picture pictures 图片 主图 商品图片',
  from: 'start 开始日期 起始日期',
  to: 'end 结束日期 截止日期',
  orders: 'ordercount 订单数 订单量',
  units: 'quantity qty sold 销量 数量 件数',
  gross: 'revenue sales 销售额 成交额 总额',
  from_account: 'payer sender 付款账号 付款方账号 转出账号',
  to_account: 'payee recipient 收款账号 收款方账号 转入账号',
  amount: 'value sum 金额 交易金额',
  on: 'date day time 日期 交易日期 交易时间 时间',
  waybill: 'trackingnumber trackingno 运单号 快递单号 物流单号',
  carrier: 'courier 快递公司 物流公司 承运人',
  sender_name: 'sender 寄件人 发件人 寄件人姓名',
  sender_phone: 'sendertel 寄件人电话 寄件电话 发件人电话',
  sender_address: '寄件地址 寄件人地址 发件地址',
  first_scan_place: '揽收地 首次扫描地 揽收网点',
  sent_on: 'shipped shipdate 寄件日期 发货日期 寄件时间 揽收时间',
  received_on: 'delivered 签收日期 签收时间 收件日期',
  birth_date: 'birthday dob 出生日期 生日',
  region: '地区 行政区划',
  products: 'goods 产品 主营产品',
  lat: 'latitude 纬度',
  lng: 'lon long longitude 经度',
  event: 'eventtype 事件 事件类型',
  subject: '对象 主体',
  result: '结果',
  note: 'notes remark remarks 备注 说明',
}

/** Words for a kind of row, as file and sheet names use them. */
export const kindWords: Readonly<Record<string, string>> = {
  shop: 'shops sellers stores 店铺 商家 卖家',
  listing: 'listings products items 商品 宝贝',
  parcel: 'parcels waybills 快递 运单 物流 包裹',
  transfer: 'transfers payments transactions 流水 交易 转账',
  identity: 'identities persons people companies 人员 企业 主体',
  factory: 'factories manufacturers 工厂 厂家',
  sale: 'sales orders 销售',
  event: 'events complaints 投诉 事件',
  link: 'links',
  place: 'places 地点',
  test_buy: 'testbuys 购买取证',
  decision: 'decisions',
}

const byField = new Map(
  Object.entries(words).map(([field, list]) => [field, new Set(list.split(' '))]),
)

/** Letters and digits of a header, in lower case and plain form: `Shop-ID ` and `ｓｈｏｐ＿ｉｄ` are one word. */
export function headerWord(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

export function isWordFor(field: string, header: string): boolean {
  return byField.get(field)?.has(headerWord(header)) === true
}
