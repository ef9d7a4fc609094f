import type { Messages } from '../en/messages.ts'

export const problems: Messages['problems'] = {
  'request-invalid': '请求无法理解',
  'origin-refused': '请求来自其他页面，已拒绝',
  'path-unknown': '服务器没有这个地址',
  'node-unknown': '存储中没有这个键',
  'link-unknown': '本次运行没有这条连接',
  'ring-unknown': '本次运行没有这个店群',
  'run-missing': '尚未运行：店铺还没有连接',
  'run-unknown': '没有这次运行',
  'decision-unknown': '没有这条裁定',
  'ruling-unknown': '没有这条通用值裁定',
  'paper-unknown': '没有这个案件、备注、暂缓或场景',
  'paper-changed': '其他人已同时修改',
  'job-unknown': '没有这个任务',
  'job-running': '另一个任务正在运行，请等它结束',
  'lead-unknown': '没有这条线索',
  'lead-refused': '线索不能这样处理',
  'dataset-refused': '数据集被拒收',
  'upload-unknown': '没有这次上传',
  'upload-refused': '文件被拒收',
  'store-unreachable': '无法连接存储',
  internal: '服务器出错',
  network: '服务器没有回应',
  'answer-unreadable': '服务器的回应无法读取',
}

export const missing: Messages['missing'] = {
  'hub-on-path': '一条不经过共用枢纽的路径',
  'no-test-buy': '一次可追踪包裹的试购',
  'no-verified-test-buy': '试购商品的鉴定结论',
  'no-parcel': '一件带扫描记录的包裹',
  'single-source': '最弱一环的第二条记录',
  'no-live-shop': '把店群中在营店铺与其联系起来的记录',
  'no-address': '其地址',
}

export const clues: Messages['clues'] = {
  base: '有记录指向该处',
  stated: '被列为供货方',
  'stated-more': '另有店铺列其为供货方',
  'stated-newest': '最新的供货记录指向它',
  'silent-shops': '未注明供货方的店铺',
  'parcels-sent': '由它寄出的包裹',
  'test-buys': '来自它且鉴定为假货的试购',
  'first-scan': '首次扫描在其场地的包裹',
  'shared-origin': '双方共用的发货地址',
  'shared-hub': '双方共用的枢纽：陌生商家也在用，计分很少',
  'shared-contact': '共同的联系方式',
  'same-goods': '所产与店群所售一致',
  'other-goods': '所产与店群所售不同',
}

export const parts: Messages['parts'] = {
  live_shops: '在营店铺',
  size: '店铺数',
  closed_for_counterfeit: '因售假关店',
  came_back: '重新开店',
  days_since_comeback: '距上次重开天数',
  complaints: '投诉',
  test_buys_counterfeit: '测试购买：假货',
  test_buys_genuine: '测试购买：正品',
  safety_goods: '售卖可能伤人的商品的店铺',
  confidence: '店铺间关联的把握',
}

export const innocent: Messages['innocent'] = {
  account_same: '代收款、租借的银行卡或家人的账户',
  device_same: '转卖的设备、网吧，或代人开店的代理',
  domain_same: '承载众多店铺的建站平台或集市',
  domain_near: '常用词、抢注，或同一主机的两个租户',
  email_same: '代人注册店铺的代理',
  email_near: '同一邮件服务中的两个同名者',
  factory_same: '同一供货方的不同经销商',
  id_number_same: '代多人签署的注册代理，或被盗用的号码',
  id_number_near: '输错、编造或借用的号码',
  images_same: '来自同一供应商或购买的图片包，或被他人复制的图片',
  messenger_same: '为多家应答的客服',
  name_same: '谁都可以用的品牌或常用语',
  name_near: '谁都可能提到的品牌、地名或行当',
  network_same: '同一写字楼、同一移动网络、同一代理服务',
  origin_same: '集运站、共用仓库或邻居',
  origin_near: '同一栋楼的租户，或许多人打包发货的集镇',
  phone_same: '总机、为多家应答的服务，或重新放出的号码',
  phone_near: '同一号段的相邻号码',
  registrant_same: '同名的两个人或两家公司',
  registrant_near: '名称相近的两家公司',
  tracking_id_same: '为两个网站建站的同一家网络公司，或被复制的网页',
  titles_near: '沿用供应商的标题，或销售同类商品',
}

export const parcelSteps: Messages['parcelSteps'] = {
  SENT_BY: '包裹寄自',
  SCANNED_AT: '包裹首次扫描于',
}
