import { char, framed } from './framed.ts'

const run = (from: number, count: number) =>
  Array.from({ length: count }, (_, step) => char(from + step))

const nothings =
  'null undefined NaN nil None true false 0 -0 -1 1e309 Infinity [] {} "" \'\' () . .. / \\ N/A #N/A (null) NULL'.split(
    ' ',
  )

const bidi = framed(
  [
    `${char(0x202e)}@`,
    `${char(0x202d)}@`,
    `${char(0x202b)}@`,
    `@${char(0x202e)}gpj.exe`,
    `${char(0x2066)}@`,
    `${char(0x2067)}@`,
    `${char(0x2069)}${char(0x2069)}@`,
    `${char(0x200f)}@${char(0x200f)}`,
    `${char(0x061c)}@`,
    `@${char(0x202c)}${char(0x202c)}`,
  ],
  ['shop 12', 'متجر الذهب', 'חנות 34', '金莲 متجر', '٣٤ ‎12'],
)

const invisible = framed(
  ['a@b', '@', '@店'],
  [0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x00ad, 0x034f, 0x115f, 0x3164, 0x2800, 0x180e].map(
    char,
  ),
)

const controls = framed(
  ['a@b'],
  [
    ...run(0x01, 8),
    char(0x0b),
    char(0x0c),
    ...run(0x0e, 6),
    char(0x1b),
    char(0x7f),
    char(0x85),
    char(0x2028),
    char(0x2029),
    '\n',
    '\r\n',
    '\t',
  ],
)

const stacks = [3, 20, 80].flatMap((height) =>
  ['a', '店', 'Z'].map((base) => base + run(0x0300, 60).join('').repeat(2).slice(0, height)),
)

const long = [
  'x'.repeat(1_000),
  '店'.repeat(600),
  'word '.repeat(200),
  `${'a-'.repeat(300)}end`,
  `https://outside.example/${'p/'.repeat(200)}`,
  '('.repeat(300),
  '🏮'.repeat(150),
  `${'ا'.repeat(300)}`,
]

const emoji = [
  '👩‍👩‍👧‍👦',
  '🏳️‍🌈',
  '👨🏽‍💻',
  '🇨🇳🇭🇰',
  '🇨',
  '1️⃣',
  '🧑‍🤝‍🧑',
  '❤️‍🔥',
  '🫠',
  '👁️‍🗨️',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '☎︎',
  '☎️',
  '🀄',
  '㊗️',
]

const rareHan = [
  ...run(0x20000, 8),
  ...run(0x2a700, 4),
  ...run(0x30000, 4),
  ...run(0x2f800, 4),
  '𠮷野家',
  '辻󠄀',
  '〇',
  '々〆',
  'ㄅㄆㄇ',
  '한글',
  'ｆｕｌｌ',
  '㍿',
  '①②',
  'ﬁ',
  'ß',
  'İı',
  'Å',
  'Å',
]

/** Texts that are hard to show or to tell from none, by what they are made of. */
export const characters = {
  nothings,
  bidi,
  invisible,
  controls,
  stacks,
  long,
  emoji,
  rareHan,
} as const
