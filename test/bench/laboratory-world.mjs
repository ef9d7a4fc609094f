// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: a yardstick, kept as it was measured with; its draws depend on their order
// biome-ignore-all lint/style/noNestedTernary: as above
// biome-ignore-all lint/style/noExcessiveLinesPerFile: as above

// The laboratory world: a synthetic market with truth, small enough to think about.
//
//   node test/bench/laboratory-world.mjs --out DIR [--evasion 1] [--seed 7] [--scale 1]
//
// Scale 1 makes about 11,000 shops: 9,000 controllers with one shop each and 700 operators who come back after
// closures. DIR/data is a dataset as docs/model.md describes, DIR/truth/truth.csv the truth (never loaded).
// Innocents share 60 dispatch hubs, villages, 40 payment agents, 80 packs of images and titles, 400 factories and common
// names. At a comeback operators change what `changes` says, more often at higher evasion. Same arguments, same bytes.
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const days = 1826 // 2021-01-01 to 2026-01-01
const { values: args } = parseArgs({
  options: {
    out: { type: 'string' },
    evasion: { type: 'string', default: '1' },
    seed: { type: 'string', default: '7' },
    scale: { type: 'string', default: '1' },
  },
})
if (args.out === undefined) throw new Error('where to? --out DIR')

const random = mulberry32(Number(args.seed))
const int = (n) => Math.floor(random() * n)
const pick = (list) => list[int(list.length)]
const chance = (p) => random() < p
const gauss = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random())
const maybe = (value, missing) => (chance(missing) ? undefined : value)

const syllables = (
  'ba bei bo cai chen chu da dong fa fei fu gao guang guo hai han hao heng hong hua hui jia jian jin jing jun kai kang lan ' +
  'le li lin long lu mei ming nan ning ou pei peng qi qian qing ren rong rui shan sheng shi shun si tai tang tian tong wan ' +
  'wei wen xiang xin xing xiu xu yan yang yi ying yong you yu yuan yun ze zhan zhen zheng zhi zhong zhou zhu zi zong'
).split(' ')
const trades = [
  'trading',
  'leather',
  'shoes',
  'garment',
  'import export',
  'ecommerce',
  'technology',
  'bags',
  'sports',
  'fashion',
]
const suffixes = [
  'co ltd',
  'limited',
  'ltd',
  'group',
  'company',
  'store',
  'factory',
  'international',
]

const surname = zipf(100, 1)
const given = zipf(1500, 0.7)
const person = () => ({ surname: surname(), given: given(), id: int(1e9) })
const companyCore = () => pick(syllables) + pick(syllables) + (chance(0.3) ? pick(syllables) : '')
const company = () => ({ core: companyCore(), trade: pick(trades), suffix: pick(suffixes) })
const phone = () => `1${pick([3, 5, 7, 8, 9])}${String(int(1e9)).padStart(9, '0')}`
const mail = () => pick(syllables) + pick(syllables) + int(10_000)

const villages = []
for (let district = 0; district < 80; district++) {
  const here = 3 + int(7)
  for (let v = 0; v < here; v++) villages.push({ district, number: villages.length })
}
const village = zipf(villages.length, 0.7)
const hubs = Array.from({ length: 60 }, (_, h) => ({
  village: village(),
  unit: `parcel centre ${h}`,
}))
const hub = zipf(60, 0.9)
const factory = zipf(400, 0.9)
const agent = zipf(40, 0.8)
const pack = zipf(80, 0.8)
let units = 0
const unitIn = (v) => ({ village: v, unit: `unit ${units++}` })
const account = (agents) =>
  chance(agents) ? `agent-${agent()}` : `acc-${String(int(1e9)).padStart(9, '0')}`

let images = 0
const newImages = (n) => Array.from({ length: n }, () => images++)
const brand = zipf(14, 0.8)
const commonWord = zipf(800, 0.8)
let words = 1_000_000
const vocabulary = () => [
  ...Array.from({ length: 80 }, () => words++),
  ...Array.from({ length: 220 }, commonWord),
]
const wordsFrom = (vocab, n) => new Set(Array.from({ length: n }, () => pick(vocab)))
const packImages = Array.from({ length: 80 }, () => newImages(60 + int(120)))
const packWords = Array.from({ length: 80 }, vocabulary)

const shops = []
const open = (shop) => shops.push(shop) - 1

const scale = Number(args.scale)
for (let k = 0; k < 9000 * scale; k++) innocent(k)
for (let k = 0; k < 700 * scale; k++) operator(k, Number(args.evasion))
await write(join(args.out))

function innocent(k) {
  const opened = int(days - 60)
  const closed = chance(0.55) ? Math.min(days, opened + 30 + int(900)) : undefined
  const home = village()
  const fromPack = chance(0.45) ? pack() : undefined
  open({
    controller: `i${k}`,
    opened,
    closed,
    person: maybe(person(), 0.15),
    idSeen: chance(0.45),
    company: maybe(company(), 0.4),
    phone: maybe(phone(), 0.25),
    mail: maybe(mail(), 0.45),
    account: maybe(account(0.18), 0.4),
    origin: maybe(chance(0.38) ? hubs[hub()] : unitIn(home), 0.2),
    factory: maybe(factory(), 0.6),
    images:
      fromPack === undefined
        ? newImages(10 + int(60))
        : packImages[fromPack].filter(() => chance(0.5)),
    words: wordsFrom(fromPack === undefined ? vocabulary() : packWords[fromPack], 40 + int(160)),
    brands: [brand(), brand()],
    price: Math.exp(gauss() * 0.4),
  })
}

function operator(k, evasion) {
  const home = village()
  const nominees = Array.from({ length: 4 }, person)
  let now = {
    person: nominees[0],
    company: company(),
    phone: phone(),
    mail: mail(),
    account: account(0.15),
    origin: chance(0.25) ? hubs[hub()] : unitIn(home),
    factory: factory(),
    images: newImages(40 + int(120)),
    words: vocabulary(),
    brands: [brand(), brand()],
    price: Math.exp(gauss() * 0.3),
  }
  if (chance(0.2)) {
    const from = pack()
    now = {
      ...now,
      images: [...packImages[from].slice(0, 80), ...newImages(20)],
      words: [...packWords[from]],
    }
  }
  let opened = int(days - 400)
  const comebacks = 1 + Math.min(11, Math.floor(-Math.log(random() + 1e-9) * 3))
  let predecessor
  for (let c = 0; c < comebacks && opened < days - 10; c++) {
    const closing = opened + 20 + Math.floor(-Math.log(random() + 1e-9) * 160)
    const closed = closing < days ? closing : undefined
    predecessor = open({
      controller: `o${k}`,
      predecessor,
      opened,
      closed,
      person: maybe(now.person, 0.12),
      idSeen: chance(0.5),
      company: maybe(now.company, 0.35),
      phone: maybe(now.phone, 0.2),
      mail: maybe(now.mail, 0.4),
      account: maybe(now.account, 0.35),
      origin: maybe(now.origin, 0.2),
      factory: maybe(now.factory, 0.55),
      images: now.images.filter(() => chance(0.6)),
      words: wordsFrom(now.words, 50 + int(150)),
      brands: now.brands,
      price: now.price * Math.exp(gauss() * 0.1),
    })
    if (closed === undefined) break
    now = changes(now, nominees, evasion)
    const gap = chance(0.18) ? -(1 + int(50)) : Math.round(Math.exp(2.1 + gauss() * 1.1))
    opened = Math.max(opened + 5, closed + gap)
  }
}

/** What an operator alters between two shops; `evasion` above 1 raises every probability of change. */
function changes(was, nominees, evasion) {
  const changed = (p) => chance(1 - (1 - p) / evasion)
  const now = { ...was }
  if (changed(0.68)) now.person = chance(0.6) ? person() : pick(nominees)
  if (changed(0.55)) now.company = company()
  else if (chance(0.6)) now.company = variant(was.company)
  if (changed(0.6)) now.phone = phone()
  else if (chance(0.35)) now.phone = oneDigitOff(was.phone)
  if (changed(0.65)) now.mail = mail()
  else if (chance(0.4)) now.mail = was.mail.replace(/\d+/, (n) => String(Number(n) + 1 + int(9)))
  if (changed(0.6)) now.account = account(0.15)
  if (changed(0.55)) now.origin = moved(was.origin)
  if (changed(0.2)) now.factory = factory()
  now.images = chance(0.25)
    ? newImages(40 + int(100))
    : [...was.images.filter(() => chance(0.55 + 0.2 * random())), ...newImages(int(40))]
  const kept = 0.25 + 0.5 * random()
  now.words = was.words.map((word) => (chance(kept) ? word : chance(0.5) ? words++ : commonWord()))
  if (chance(0.2)) now.brands = [was.brands[0], brand()]
  now.price = was.price * Math.exp(gauss() * 0.08)
  return now
}

function variant(was) {
  const kind = random()
  if (kind < 0.4) return { ...was, suffix: pick(suffixes) }
  if (kind < 0.7) return { ...was, trade: pick(trades), suffix: pick(suffixes) }
  return { ...was, core: was.core.replace(/[aeiou]/, () => pick([...'aeiou'])) }
}

function oneDigitOff(number) {
  const at = 3 + int(8)
  return number.slice(0, at) + String((Number(number[at]) + 1 + int(9)) % 10) + number.slice(at + 1)
}

function moved(was) {
  const how = random()
  const district = villages[was.village].district
  if (how < 0.6)
    return unitIn(
      chance(0.5) ? was.village : pick(villages.filter((v) => v.district === district)).number,
    )
  if (how < 0.75) return hubs[hub()]
  return unitIn(village())
}

// ---- writing -------------------------------------------------------------------------------------------------------

async function write(out) {
  for (const folder of ['data', 'truth']) mkdirSync(join(out, folder), { recursive: true })
  const order = shops.map((_, i) => i)
  for (let i = order.length - 1; i > 0; i--) {
    const j = int(i + 1)
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  const number = []
  for (const [row, i] of order.entries()) number[i] = row
  const id = (i) => `s${String(number[i]).padStart(6, '0')}`
  const shopFile = csv(join(out, 'data/shop.csv'), [
    'platform',
    'shop_id',
    'opened_on',
    'closed_on',
    'registrant_name',
    'registrant_id',
    'registrant_kind',
    'phone',
    'email',
    'account',
    'account_scheme',
    'origin_address',
    'factory_id',
    'factory_name',
  ])
  const linkFile = csv(join(out, 'data/link.csv'), [
    'platform',
    'shop_id',
    'kind',
    'value',
    'value_scheme',
    'first_seen',
  ])
  const listingFile = csv(join(out, 'data/listing.csv'), [
    'platform',
    'shop_id',
    'listing_id',
    'title',
    'price',
    'currency',
    'brand',
    'image',
    'seen_on',
  ])
  const truthFile = csv(join(out, 'truth/truth.csv'), [
    'platform',
    'shop_id',
    'controller',
    'predecessor',
  ])
  for (const i of order) {
    const s = shops[i]
    shopFile.row([
      'lab',
      id(i),
      date(s.opened),
      s.closed === undefined ? '' : date(s.closed),
      s.person && personName(s.person),
      s.person && s.idSeen ? residentId(s.person.id) : '',
      s.person ? 'person' : '',
      s.phone,
      s.mail && `${s.mail}@mail.example`,
      s.account,
      s.account && 'wallet',
      s.origin && `${s.origin.unit}, ${place(s.origin.village)}`,
      s.factory === undefined ? '' : `f${s.factory}`,
      s.factory === undefined ? '' : `${name(s.factory + 900, 3)} works`,
    ])
    if (s.company) {
      const text = `${s.company.core} ${s.company.trade} ${s.company.suffix}`
      linkFile.row(['lab', id(i), 'registrant', text, 'company_name', date(s.opened)])
    }
    listings(s, (n, title, price, shown) =>
      listingFile.row([
        'lab',
        id(i),
        `${id(i)}-${n}`,
        title,
        price,
        'CNY',
        `brand ${s.brands[n % 2]}`,
        shown,
        date(s.opened),
      ]),
    )
    truthFile.row([
      'lab',
      id(i),
      s.controller,
      s.predecessor === undefined ? '' : `lab/${id(s.predecessor)}`,
    ])
  }
  await Promise.all([shopFile, linkFile, listingFile, truthFile].map((file) => file.close()))
  const files = ['shop', 'link', 'listing'].map((kind) => ({ file: `${kind}.csv`, kind }))
  const about = {
    name: 'laboratory world',
    source: 'synthetic',
    licence: 'CC0-1.0',
    asOf: '2026-01-01',
    timeZone: 'Asia/Shanghai',
    files,
  }
  const described = createWriteStream(join(out, 'data/dataset.json'))
  described.end(`${JSON.stringify(about, undefined, 2)}\n`)
  const successions = shops.filter((s) => s.predecessor !== undefined).length
  const controllers = new Set(shops.map((s) => s.controller)).size
  process.stdout.write(`${JSON.stringify({ shops: shops.length, controllers, successions })}\n`)
}

/** Eight words and the images that fall to it, a listing. */
function listings(shop, emit) {
  const vocabulary = [...shop.words]
  const count = Math.max(1, Math.ceil(vocabulary.length / 8))
  for (let n = 0; n < count; n++) {
    const title = vocabulary
      .slice(n * 8, n * 8 + 8)
      .map(wordText)
      .join(' ')
    const shown = shop.images
      .filter((_, at) => at % count === n)
      .map((image) => hash(image).toString(16).padStart(8, '0'))
    emit(n, title, (100 * shop.price * (0.9 + 0.2 * random())).toFixed(2), shown.join('|'))
  }
}

function csv(path, header) {
  const stream = createWriteStream(path)
  const cell = (value = '') =>
    /[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value
  const row = (cells) => stream.write(`${cells.map((c) => cell(c ?? '')).join(',')}\n`)
  row(header)
  return { row, close: () => new Promise((done) => stream.end(done)) }
}

function date(day) {
  return new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10)
}

function name(n, length) {
  return Array.from({ length }, (_, k) => syllables[hash(n * 8 + k) % syllables.length]).join('')
}

function personName({ surname: s, given: g }) {
  return `${name(s, 1)} ${name(g + 5000, 2)}`
}

function place(v) {
  return `${name(v + 70_000, 2)}${v} village, ${name(villages[v].district + 90_000, 2)} district`
}

function wordText(word) {
  return word < 1_000_000
    ? `${name(word + 20_000, 2)}${word}`
    : `${name(word, 2)}${word - 1_000_000}`
}

/** An 18-character resident id with a correct check character (GB 11643). */
function residentId(n) {
  const birth = date(-12_000 + (n % 9000)).replaceAll('-', '')
  const body = `${[330106, 350302, 440106, 130684, 370202][n % 5]}${birth}${String(n % 1000).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + '10X98765432'[sum % 11]
}

function hash(n) {
  let h = Math.imul(n + 0x9e3779b9, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Draws 0 … n−1, value k with weight (k+1)^−exponent. */
function zipf(n, exponent) {
  const cumulative = new Float64Array(n)
  let total = 0
  for (let k = 0; k < n; k++) cumulative[k] = total += (k + 1) ** -exponent
  return () => {
    const x = random() * total
    let low = 0
    let high = n - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (cumulative[middle] < x) low = middle + 1
      else high = middle
    }
    return low
  }
}

function mulberry32(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
