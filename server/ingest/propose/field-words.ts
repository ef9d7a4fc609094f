import { fieldsOf } from '../fields.ts'
import { foreignWords } from './foreign-words.ts'

/**
 * Words that headers use for a field, in English and Chinese, as {@link headerWord} writes them. Where one word stands at several fields, the kind of the row
 * decides.
 */
const words: Readonly<Record<string, string>> = {
  platform:
    'site marketplace 平台 电商平台 所属平台 平台名称 plattform marktplatz 网络平台 平台类型 channel saleschannel',
  shop_id:
    'id shop shopid shopno storeid sellerid merchantid 店铺id 店铺编号 店铺号 商家id 卖家id 店铺 店铺标识 商户号 商户id 商铺id 网店id 用户id 会员id memberid storeno sellerno verkauferid verkaufernummer handlerid handlernummer shopnummer merchantnumber 店铺编码 商家编码 商家编号 卖家编号 商户编号 店铺id号',
  name: 'shopname storename sellername fullname 店铺名称 店铺名 店名 名称 商家名称 网店名称 姓名 企业名称 工厂名称 店铺昵称 网店名 商铺名称 商户名称 卖家昵称 掌柜 掌柜名 旺旺 旺旺名 卖家旺旺 nickname storefront storefrontname verkaufername handlername merchantname verkaufer nutzername username sellerusername handelsname 网店店名',
  url: 'link website shopurl storeurl 店铺链接 链接 网址 店铺网址 网店地址 店铺主页 storefrontlink storefronturl homepage shoplink webseite webadresse profilelink profileurl sellerurl sellerlink sellerprofile storelink',
  opened_on:
    'opened opendate openedat startdate registeredon 开店日期 开店时间 注册时间 成立日期 开业时间 入驻时间 上线时间 创建时间 createdon openingdate openingtime dateopened eroffnetam eroffnungsdatum joinedon dateregistered membersince',
  closed_on:
    'closed closedate closedat enddate 关店日期 关店时间 关闭日期 封店日期 封店时间 关闭时间 关停时间 关停日期 下线时间 封停时间 处置时间 closingdate takedowndate dateclosed dateofclosure geschlossenam schliessungsdatum schließungsdatum closuredate 处置日期 suspendedon 清退时间 清退日期 退店时间 退店日期 dateofclosing',
  closed_because:
    'reason closereason 关店原因 封店原因 关闭原因 关停原因 封停原因 处置原因 处罚原因 closurereason closingreason schließungsgrund grundderschließung grundderschliessung 清退原因 退店原因 reasonforclosure reasonforclosing',
  category:
    'categories 类目 分类 经营类目 主营类目 类别 品类 经营品类 主营品类 商品类型 producttype kategorie kategorien produktkategorie warengruppe warenkategorie productcategory goodstype 涉假品类 涉案品类 商品类目',
  brand:
    'brands 品牌 商标 trademark marke marken infringedbrand brandname 品牌名称 涉案品牌 权利商标',
  seen_on:
    'seen date crawledon collectedon 采集日期 采集时间 抓取时间 日期 发现日期 发现时间 首次发现日期 首次发现时间 巡查日期 foundon firstseen datefirstseen firstseenon datefound datecollected dateseen erstmalsgesehenam gesehenam feststellungsdatum gefundenam festgestelltam erfassungsdatum detectedon datedetected detectiondate reportedon datereported 线索日期 登记日期 录入日期 受理日期 noticedate reportdate meldedatum 举报日期 举报时间 投诉日期 投诉时间',
  registrant_name:
    'registrant owner legalname company companyname 公司名称 企业名称 注册人 经营者 店主 主体名称 法人 法定代表人 经营者名称 经营主体 主体 注册主体 公司 企业 负责人 实际控制人 法人代表 businessname registeredname proprietor operator firmenname firma unternehmen inhaber businessentity legalentityname registeredbusinessname',
  registrant_address:
    'businessaddress registeredaddress companyaddress legaladdress 注册地址 公司地址 企业地址 营业地址 经营地址 登记地址 住所 住所地 经营场所 户籍地址 firmenanschrift firmenadresse geschaftsadresse',
  registrant_id:
    'uscc creditcode idnumber businesslicence businesslicense 统一社会信用代码 信用代码 身份证号 身份证 证件号 营业执照号 统一信用代码 社会信用代码 注册号 工商注册号 营业执照 companynumber registrationnumber taxid vat vatnumber vatno ustid ustidnr umsatzsteuerid umsatzsteueridnr handelsregisternummer hrb steuernummer vatid eori eorinumber 身份证号码 证件号码 公民身份号码 营业执照编号 营业执照注册号',
  id_number:
    'uscc creditcode 统一社会信用代码 信用代码 身份证号 身份证 证件号 身份证号码 证件号码 公民身份号码',
  phone:
    'phones telephone tel mobile contact 电话 手机 手机号 手机号码 联系电话 联系方式 电话号码 手机电话 联系手机 座机 phonenumber mobilenumber mobileno telno cellphone telefon telefonnummer mobil mobilnummer handy handynummer rufnummer phoneno contactnumber contactphone 联系号码 电话号 注册手机号 注册手机 绑定手机 绑定手机号',
  email:
    'emails mail 邮箱 电子邮件 电子邮箱 电邮 邮件 邮箱地址 emailaddress emailadresse mailadresse 邮箱号',
  messenger: 'wechat qq whatsapp telegram 微信 微信号 qq号 微信账号 wechatid whatsappnumber',
  device: 'deviceid 设备号 设备id',
  domain: 'domains 域名',
  account:
    'accounts bankaccount iban cardno 银行账号 账号 收款账号 银行卡号 支付宝账号 支付宝 收款账户 银行账户 结算账户 银行卡 银行卡账号 收款码 支付宝账户 微信支付账号 alipay alipayaccount paypal paypalaccount paymentaccount accountnumber accountno kontonummer bankkonto bankverbindung paypalkonto paypalemail 卡号 银行账户账号 收款银行卡号 收款银行账号 微信收款账号 收款支付宝',
  account_holder:
    'holder accountname 户名 开户名 账户名 收款人 收款户名 持卡人 accountholder payeename kontoinhaber accountholdername 账户姓名 开户人 开户姓名 持卡人姓名 账户名称',
  origin_address:
    'address shipfrom origin returnaddress 发货地址 发货地 退货地址 地址 发货仓 发货点 仓库地址 退货地 shippingaddress dispatchaddress warehouse warehouseaddress senderaddress absenderadresse versandadresse rucksendeadresse retourenadresse lageradresse shipfromaddress returnsaddress 发货详细地址 shipsfrom shippedfrom',
  address: 'addr 地址 住址 厂址 adresse anschrift',
  factory_name:
    'factory manufacturer supplier 工厂 生产厂家 厂家 供应商 生产企业 生产商 供货商 货源 hersteller lieferant 工厂名称 厂家名称',
  factory_address: '工厂地址 厂址',
  factory_id: '工厂编号',
  identity_id: 'id personid 人员编号 编号',
  listing_id:
    'item itemid product productid sku 商品id 宝贝id 商品编号 artikelnummer asin itemnumber itemno listingno 商品链接id',
  title:
    'producttitle productname 商品标题 商品名称 宝贝标题 标题 titel produkttitel artikelbezeichnung listingtitle itemtitle listingname',
  price: '价格 单价 售价 preis unitprice 商品价格',
  currency: '币种 货币 wahrung',
  image: 'images picture pictures 图片 主图 商品图片',
  from: 'start 开始日期 起始日期',
  to: 'end 结束日期 截止日期',
  orders: 'ordercount 订单数 订单量',
  units: 'quantity qty sold 销量 数量 件数 menge anzahl stuckzahl 数量件',
  gross: 'revenue sales 销售额 成交额 总额',
  from_account: 'payer sender 付款账号 付款方账号 转出账号 付款方 付款账户 付款卡号 转出账户',
  to_account: 'payee recipient 收款账号 收款方账号 转入账号 收款方 收款账户 收款卡号 转入账户',
  amount: 'value sum 金额 交易金额 交易额 转账金额 发生额',
  on: 'date day time 日期 交易日期 交易时间 时间 交易发生时间 记账日期 入账时间 发生时间 处罚日期 处罚时间 处理日期 处理时间 处置日期 处置时间 actiondate dateofaction eventdate',
  waybill:
    'trackingnumber trackingno 运单号 快递单号 物流单号 运单编号 快递号 物流编号 快递运单号 面单号 waybillno waybillnumber sendungsnummer paketnummer trackingid awb hawb 物流运单号',
  carrier:
    'courier 快递公司 物流公司 承运人 快递 物流 快递品牌 shippingcompany paketdienst versanddienstleister shippingcarrier',
  sender_name:
    'sender 寄件人 发件人 寄件人姓名 absender absendername consignor sendername shippername shipper',
  sender_phone:
    'sendertel 寄件人电话 寄件电话 发件人电话 寄件人手机 寄件人手机号 寄件手机 发件人手机 发件人手机号 sendermobile',
  sender_address:
    '寄件地址 寄件人地址 发件地址 寄件人详细地址 发件人地址 发件人详细地址 寄出地址 absenderadresse',
  first_scan_place: '揽收地 首次扫描地 揽收网点',
  sent_on:
    'shipped shipdate 寄件日期 发货日期 寄件时间 揽收时间 versanddatum versandtam dispatchedon dispatchdate shippedon',
  received_on:
    'delivered 签收日期 签收时间 收件日期 zustelldatum zugestelltam deliveredon deliverydate 收货时间 收货日期',
  birth_date: 'birthday dob 出生日期 生日 geburtsdatum',
  region: '地区 行政区划',
  products: 'goods 产品 主营产品',
  lat: 'latitude 纬度',
  lng: 'lon long longitude 经度',
  event:
    'eventtype 事件 事件类型 处罚措施 处罚类型 处理措施 处置措施 处罚结果 处理结果 action actiontype actiontaken enforcementaction massnahme maßnahme',
  subject: '对象 主体 涉事店铺',
  result:
    '结果 鉴定结果 鉴定结论 检测结果 检验结果 检验结论 examinationresult testresult ergebnis prufergebnis',
  decision_no:
    '决定书编号 处罚决定书编号 处罚决定书文号 文号 decisionno decisionnumber aktenzeichen',
  authority: '处罚机关 执法单位 执法机关 办案单位 承办单位 behorde enforcementauthority',
  test_buy_id:
    '取证编号 购样编号 购买编号 样品编号 testpurchaseno testpurchaseid testpurchasenumber testbuyno testbuynumber sampleno testkaufnr testkaufnummer',
  ordered_on:
    '下单时间 下单日期 购买日期 购买时间 订购时间 取证日期 取证时间 orderdate orderedat purchasedate purchasedon dateofpurchase bestelldatum bestelltam',
  order_no: '订单号 订单编号 ordernumber orderid bestellnummer bestellnr',
  paid: '支付金额 实付金额 购买金额 付款金额 购买价格 amountpaid pricepaid kaufpreis',
  payee_account: '收款账号 收款账户 收款支付宝 收款卡号 payeeaccount',
  verifier: '鉴定机构 鉴定人 鉴定单位 检测机构 检验机构 laboratory verifiedby examinedby examiner',
  verified_on: '鉴定日期 鉴定时间 检测日期 检验日期 examinedon verificationdate examinationdate',
  consignor: '发货人 发货单位 shipper absender versender',
  consignee: '收货人 收货单位 recipient empfanger',
  declared_goods:
    '申报品名 品名 货物名称 物品名称 goodsdescription descriptionofgoods goods warenbeschreibung declaredgoods',
  port: '口岸 入境口岸 申报口岸 海关 portofentry customsoffice zollstelle',
  seal_no: '封条号 封志号 sealnumber',
  evidence: '证据编号 证据 evidenceno evidenceid exhibit exhibitno',
  note: 'notes remark remarks 备注 说明 bemerkung bemerkungen notiz notizen anmerkung comment comments',
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

/** Letters and digits of a header, in lower case, plain form and without accents: `Shop-ID ` and `ｓｈｏｐ＿ｉｄ` are one word. */
export function headerWord(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** The fields that a word is called like. */
export function fieldsNamed(word: string): readonly string[] {
  return byName.get(word) ?? []
}

/** The fields that headers use a word for, their own names included. */
export function fieldsWithWord(word: string): readonly string[] {
  return byWord.get(word) ?? []
}

/** Whether headers use further words for a field. */
export function hasWords(field: string): boolean {
  return Object.hasOwn(words, field)
}

const fields = [...new Set(Object.values(fieldsOf).flatMap((known) => Object.keys(known)))]
const byName = new Map(fields.map((field) => [headerWord(field), [field]]))
const byWord = fieldsByWord()

function fieldsByWord(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const field of fields) {
    const foreign = foreignWords[field]?.split(/,|\n/).map(headerWord) ?? []
    for (const word of new Set([
      headerWord(field),
      ...(words[field]?.split(' ') ?? []),
      ...foreign,
    ])) {
      found.set(word, [...(found.get(word) ?? []), field])
    }
  }
  return found
}
