/**
 * Words that headers use for a field, in English and Chinese, as {@link headerWord} writes them. Where one word stands at several fields, the kind of the row
 * decides.
 */
const words: Readonly<Record<string, string>> = {
  platform: 'site marketplace 平台 电商平台 所属平台 平台名称',
  shop_id:
    'id shop shopid shopno storeid sellerid merchantid 店铺id 店铺编号 店铺号 商家id 卖家id 店铺 店铺标识 商户号 商户id 商铺id 网店id 用户id 会员id memberid storeno sellerno',
  name: 'shopname storename sellername fullname 店铺名称 店铺名 店名 名称 商家名称 网店名称 姓名 企业名称 工厂名称 店铺昵称 网店名 商铺名称 商户名称 卖家昵称 掌柜 掌柜名 旺旺 旺旺名 卖家旺旺 nickname storefront storefrontname',
  url: 'link website shopurl storeurl 店铺链接 链接 网址 店铺网址 网店地址 店铺主页 storefrontlink storefronturl homepage',
  opened_on:
    'opened opendate openedat startdate registeredon 开店日期 开店时间 注册时间 成立日期 开业时间 入驻时间 上线时间 创建时间 createdon openingdate openingtime dateopened',
  closed_on:
    'closed closedate closedat enddate 关店日期 关店时间 关闭日期 封店日期 封店时间 关闭时间 关停时间 关停日期 下线时间 封停时间 处置时间 closingdate takedowndate dateclosed dateofclosure',
  closed_because:
    'reason closereason 关店原因 封店原因 关闭原因 关停原因 封停原因 处置原因 处罚原因 closurereason closingreason',
  category:
    'categories 类目 分类 经营类目 主营类目 类别 品类 经营品类 主营品类 商品类型 producttype',
  brand: 'brands 品牌 商标 trademark',
  seen_on:
    'seen date crawledon collectedon 采集日期 采集时间 抓取时间 日期 发现日期 发现时间 首次发现日期 首次发现时间 巡查日期 foundon firstseen datefirstseen firstseenon datefound datecollected dateseen',
  registrant_name:
    'registrant owner legalname company companyname 公司名称 企业名称 注册人 经营者 店主 主体名称 法人 法定代表人 经营者名称 经营主体 主体 注册主体 公司 企业 负责人 实际控制人 法人代表 businessname registeredname proprietor operator',
  registrant_address:
    'businessaddress registeredaddress companyaddress legaladdress 注册地址 公司地址 企业地址 营业地址 经营地址 登记地址 住所 住所地 经营场所 户籍地址',
  registrant_id:
    'uscc creditcode idnumber businesslicence businesslicense 统一社会信用代码 信用代码 身份证号 身份证 证件号 营业执照号 统一信用代码 社会信用代码 注册号 工商注册号 营业执照 companynumber registrationnumber taxid vat vatnumber vatno',
  id_number: 'uscc creditcode 统一社会信用代码 信用代码 身份证号 身份证 证件号',
  phone:
    'phones telephone tel mobile contact 电话 手机 手机号 手机号码 联系电话 联系方式 电话号码 手机电话 联系手机 座机 phonenumber mobilenumber mobileno telno cellphone',
  email: 'emails mail 邮箱 电子邮件 电子邮箱 电邮 邮件 邮箱地址 emailaddress',
  messenger: 'wechat qq whatsapp telegram 微信 微信号 qq号 微信账号 wechatid whatsappnumber',
  device: 'deviceid 设备号 设备id',
  domain: 'domains 域名',
  account:
    'accounts bankaccount iban cardno 银行账号 账号 收款账号 银行卡号 支付宝账号 支付宝 收款账户 银行账户 结算账户 银行卡 银行卡账号 收款码 支付宝账户 微信支付账号 alipay alipayaccount paypal paypalaccount paymentaccount accountnumber accountno',
  account_holder:
    'holder accountname 户名 开户名 账户名 收款人 收款户名 持卡人 accountholder payeename',
  origin_address:
    'address shipfrom origin returnaddress 发货地址 发货地 退货地址 地址 发货仓 发货点 仓库地址 退货地 shippingaddress dispatchaddress warehouse warehouseaddress senderaddress',
  address: 'addr 地址 住址 厂址',
  factory_name:
    'factory manufacturer supplier 工厂 生产厂家 厂家 供应商 生产企业 生产商 供货商 货源',
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
  from_account: 'payer sender 付款账号 付款方账号 转出账号 付款方 付款账户 付款卡号 转出账户',
  to_account: 'payee recipient 收款账号 收款方账号 转入账号 收款方 收款账户 收款卡号 转入账户',
  amount: 'value sum 金额 交易金额 交易额 转账金额 发生额',
  on: 'date day time 日期 交易日期 交易时间 时间 交易发生时间 记账日期 入账时间 发生时间',
  waybill:
    'trackingnumber trackingno 运单号 快递单号 物流单号 运单编号 快递号 物流编号 快递运单号 面单号 waybillno waybillnumber',
  carrier: 'courier 快递公司 物流公司 承运人 快递 物流 快递品牌 shippingcompany',
  sender_name: 'sender 寄件人 发件人 寄件人姓名',
  sender_phone:
    'sendertel 寄件人电话 寄件电话 发件人电话 寄件人手机 寄件人手机号 寄件手机 发件人手机 发件人手机号 sendermobile',
  sender_address: '寄件地址 寄件人地址 发件地址 寄件人详细地址 发件人地址 发件人详细地址 寄出地址',
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
