/** A town, province or country with a stated center. */
export interface Town {
  readonly zh: string
  readonly en: string
  readonly lat: number
  readonly lng: number
}

/** Towns to find one's way by, and provinces and countries, each at a center rounded to a tenth of a degree. */
const rows = `
上海 Shanghai 31.2 121.5
北京 Beijing 39.9 116.4
天津 Tianjin 39.1 117.2
重庆 Chongqing 29.6 106.5
广州 Guangzhou 23.1 113.3
深圳 Shenzhen 22.5 114.1
东莞 Dongguan 23.0 113.8
佛山 Foshan 23.0 113.1
中山 Zhongshan 22.5 113.4
惠州 Huizhou 23.1 114.4
汕头 Shantou 23.4 116.7
潮州 Chaozhou 23.7 116.6
香港 Hong_Kong 22.3 114.2
厦门 Xiamen 24.5 118.1
泉州 Quanzhou 24.9 118.7
晋江 Jinjiang 24.8 118.6
石狮 Shishi 24.7 118.6
莆田 Putian 25.4 119.0
福州 Fuzhou 26.1 119.3
温州 Wenzhou 28.0 120.7
义乌 Yiwu 29.3 120.1
金华 Jinhua 29.1 119.6
台州 Taizhou 28.7 121.4
杭州 Hangzhou 30.3 120.2
宁波 Ningbo 29.9 121.5
绍兴 Shaoxing 30.0 120.6
嘉兴 Jiaxing 30.8 120.8
苏州 Suzhou 31.3 120.6
无锡 Wuxi 31.6 120.3
常熟 Changshu 31.7 120.7
南京 Nanjing 32.1 118.8
南通 Nantong 32.0 120.9
合肥 Hefei 31.8 117.3
南昌 Nanchang 28.7 115.9
长沙 Changsha 28.2 113.0
武汉 Wuhan 30.6 114.3
郑州 Zhengzhou 34.7 113.6
西安 Xi'an 34.3 108.9
成都 Chengdu 30.7 104.1
昆明 Kunming 25.0 102.7
南宁 Nanning 22.8 108.3
白沟 Baigou 39.1 116.0
石家庄 Shijiazhuang 38.0 114.5
青岛 Qingdao 36.1 120.4
沈阳 Shenyang 41.8 123.4
大连 Dalian 38.9 121.6
台北 Taipei 25.0 121.6
首尔 Seoul 37.6 127.0
东京 Tokyo 35.7 139.7
河内 Hanoi 21.0 105.8
胡志明市 Ho_Chi_Minh_City 10.8 106.7
曼谷 Bangkok 13.8 100.5
马尼拉 Manila 14.6 121.0
雅加达 Jakarta -6.2 106.8
新加坡 Singapore 1.3 103.8
伊斯坦布尔 Istanbul 41.0 29.0
迪拜 Dubai 25.2 55.3
孟买 Mumbai 19.1 72.9
德里 Delhi 28.6 77.2
达卡 Dhaka 23.8 90.4
伦敦 London 51.5 -0.1
巴黎 Paris 48.9 2.4
纽约 New_York 40.7 -74.0
洛杉矶 Los_Angeles 34.1 -118.2
`

const provinces = `
广东 Guangdong 23.4 113.4
福建 Fujian 26.0 118.0
浙江 Zhejiang 29.2 120.1
江苏 Jiangsu 33.0 119.8
江西 Jiangxi 27.6 115.7
湖南 Hunan 27.6 111.7
湖北 Hubei 31.0 112.3
河北 Hebei 38.0 115.5
河南 Henan 33.9 113.6
山东 Shandong 36.4 118.2
四川 Sichuan 30.6 102.7
安徽 Anhui 31.8 117.2
广西 Guangxi 23.8 108.8
`

/** By code of ISO 3166. */
const countryRows = `
CN 中国 China 35.0 105.0
VN 越南 Vietnam 16.0 107.0
TH 泰国 Thailand 15.0 101.0
KH 柬埔寨 Cambodia 12.6 105.0
ID 印度尼西亚 Indonesia -2.0 118.0
PH 菲律宾 Philippines 12.0 122.0
MY 马来西亚 Malaysia 4.0 109.0
BD 孟加拉国 Bangladesh 24.0 90.0
IN 印度 India 22.0 79.0
PK 巴基斯坦 Pakistan 30.0 70.0
TR 土耳其 Türkiye 39.0 35.0
KR 韩国 South_Korea 36.5 127.8
JP 日本 Japan 36.5 138.0
HK 香港 Hong_Kong 22.3 114.2
TW 台湾 Taiwan 23.7 121.0
US 美国 United_States 39.0 -98.0
GB 英国 United_Kingdom 54.0 -2.0
`

export const towns: readonly Town[] = parsed(rows).map(townOf)
const regions: readonly Town[] = parsed(provinces).map(townOf)
const countries = new Map(
  parsed(countryRows).map(([code = '', ...rest]) => [code, townOf(rest)] as const),
)

/** The first town, else province, that a text names; in English as a whole word. */
export function townIn(text: string): Town | undefined {
  return [...towns, ...regions].find(({ zh, en }) => text.includes(zh) || namesIn(text, en))
}

/** The country of a code of two letters. */
export function countryOf(code: string): Town | undefined {
  return countries.get(code.toUpperCase())
}

function namesIn(text: string, english: string): boolean {
  const at = text.toLowerCase().indexOf(english.toLowerCase())
  if (at < 0) return false
  const around = `${text[at - 1] ?? ' '}${text[at + english.length] ?? ' '}`
  return !/\p{L}/u.test(around)
}

function parsed(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split(' '))
}

function townOf([zh = '', en = '', lat, lng]: readonly string[]): Town {
  return { zh, en: en.replaceAll('_', ' '), lat: Number(lat), lng: Number(lng) }
}
