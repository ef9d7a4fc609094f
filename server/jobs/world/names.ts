import type { Dice } from './dice.ts'

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
]
const givens = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红鹏飞宁雪晨欣怡思远嘉文博宇航子涵梓轩一诺雨桐浩然若曦可馨诗琪建国志明秀春海燕凤云龙虎山川林森峰岩清波',
]
const latinFirsts =
  'Anna Marco Lena Tomas Irena Pavel Dara Omar Nadia Viktor Elif Jonas Mira Rafael Ines Karim Zofia Hugo Petra Luca'.split(
    ' ',
  )
const latinLasts =
  'Novak Haddad Marin Keller Duarte Lindt Popov Yilmaz Costa Weber Farkas Romano Bauer Silva Petrov Aydin Moreau Horvat Santos Kovac'.split(
    ' ',
  )
const syllables =
  'ba bei bo cai chen chu da dong fa fei fu gao guang guo hai han hao heng hong hua hui jia jian jin jing jun kai kang lan li lin long lu mei ming nan ning pei peng qi qian qing ren rong rui shan sheng shi shun tai tang tian tong wan wei wen xiang xin xing xu yan yang yi ying yong you yu yuan yun ze zhan zhen zheng zhi zhou zi zong'.split(
    ' ',
  )
const characters = [
  ...'春夏秋冬云山海风月星花木林泉石竹梅兰松柏荷莲桃李杏桂枫柳雪雨露霞虹晴岚川溪湖江河湾桥亭台楼阁苑坊轩斋堂居舍铺庄园谷峰岭原野',
]

/** What shops sell: category, the word in a Chinese and in a Latin name. */
export const trades = [
  ['handbags', '箱包', 'Bags'],
  ['shoes', '鞋业', 'Shoes'],
  ['watches', '钟表', 'Watches'],
  ['cosmetics', '美妆', 'Beauty'],
  ['headphones', '数码', 'Audio'],
  ['children', '童装', 'Kids'],
  ['sports', '运动', 'Sports'],
  ['tableware', '瓷器', 'Porcelain'],
] as const
export type Trade = (typeof trades)[number]

/** A person; one in five writes the name in Latin letters. Common surnames come up as often as they are common. */
export function personName(dice: Dice): string {
  if (dice.chance(0.2)) return `${dice.pick(latinFirsts)} ${dice.pick(latinLasts)}`
  const surname = surnames[Math.floor(surnames.length * dice.real() ** 2)] ?? '王'
  return `${surname}${dice.pick(givens)}${dice.chance(0.75) ? dice.pick(givens) : ''}`
}

/** A company's name with its trade and legal form. */
export function companyName(dice: Dice, [, zh, en]: Trade): string {
  return dice.chance(0.6)
    ? `${coined(dice)}${zh}${dice.pick(['有限公司', '贸易有限公司', '商行', '经营部'])}`
    : `${latinWord(dice)} ${en} ${dice.pick(['Co., Ltd.', 'Trading Ltd.', 'International', 'Group'])}`
}

export function shopName(dice: Dice, [, zh, en]: Trade): string {
  const style = dice.real()
  if (style < 0.4) return `${coined(dice)}${zh}`
  if (style < 0.7) return `${coined(dice)}${zh} ${latinWord(dice)} ${en}`
  return `${latinWord(dice)} ${en}`
}

/** A word of two or three syllables, capital first. */
export function latinWord(dice: Dice): string {
  const word = Array.from({ length: 2 + dice.int(2) }, () => dice.pick(syllables)).join('')
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}

/** A Chinese word of two or three characters that nobody need have used before. */
export function coined(dice: Dice): string {
  return Array.from({ length: 2 + dice.int(2) }, () => dice.pick(characters)).join('')
}
