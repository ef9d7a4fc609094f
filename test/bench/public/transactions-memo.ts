/** What memos say, part by part and memo by memo; '' where a memo does not say it. A text is closed by {@link end} unless the field may have cut it short. */
export interface MemoParts {
  readonly name: readonly string[]
  /** A word such as "payment", or a reference that nobody else has. */
  readonly purpose: readonly string[]
  /** How it was paid. */
  readonly method: readonly string[]
}

/** Closes a text that is whole: so a cut text is the start of what it was cut from, and a whole one is the start of nothing else. */
const end = '\n'
/** A word is a formula where at least this share of all memos has it … */
const formulaShare = 0.01
/** … and no more than this many different words ever follow it: after a name's word anything can come. */
const mostFollowers = 8
/** Two letters of a formula are no initials. */
const surelyCut = 2
const reference = /^[0-9a-f]+$/

interface Formulas {
  /** Length of the field, in characters: memos of that length may have been cut. */
  readonly width: number
  /** Formulas that nothing follows. */
  readonly methods: readonly string[]
  /** Formulas that methods follow, among them the empty word between two spaces. */
  readonly purposes: readonly string[]
}

/** Takes every memo apart: a name, then a purpose and a method or what is left of them. Which words are which is learnt from the memos alone. */
export function memoParts(memos: readonly string[]): MemoParts {
  const formulas = formulasOf(memos)
  const parts = memos.map((memo) => partsOf(memo, formulas))
  return {
    name: parts.map(({ name }) => name),
    purpose: parts.map(({ purpose }) => purpose),
    method: parts.map(({ method }) => method),
  }
}

function formulasOf(memos: readonly string[]): Formulas {
  const width = usualLength(memos)
  const whole = memos.filter(({ length }) => length !== width)
  const followers = new Map<string, Set<string>>()
  const holders = new Map<string, number>()
  for (const words of whole.map((memo) => memo.split(' '))) {
    for (const [place, word] of words.entries()) {
      if (place === 0) continue
      const after = followers.get(word) ?? new Set()
      const next = words[place + 1]
      if (next !== undefined) after.add(next)
      followers.set(word, after)
      holders.set(word, (holders.get(word) ?? 0) + 1)
    }
  }
  const formulas = [...followers].filter(
    ([word, after]) =>
      formulaShare * whole.length <= (holders.get(word) ?? 0) && after.size <= mostFollowers,
  )
  return {
    width,
    methods: formulas.flatMap(([word, after]) => (after.size === 0 ? [word] : [])),
    purposes: formulas.flatMap(([word, after]) => (after.size === 0 ? [] : [word])),
  }
}

function usualLength(memos: readonly string[]): number {
  const counts = new Map<number, number>()
  for (const { length } of memos) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return most?.[0] ?? 0
}

function partsOf(memo: string, formulas: Formulas) {
  const words = memo.split(' ')
  const cut = memo.length === formulas.width
  if (cut && words.at(-1) === '') words.pop()
  const method = endsInMethod(words, cut, formulas) ? (words.pop() ?? '') : ''
  const open = cut && method === ''
  const hasPurpose = endsInPurpose(words, open, formulas)
  const purpose = hasPurpose ? closed(words.pop() ?? '', !open) : ''
  const name = words.filter((word) => word !== '').join(' ')
  return {
    name: closed(name, !open || hasPurpose),
    purpose,
    method: closed(method, formulas.methods.includes(method)),
  }
}

/** One letter may be an initial, unless it comes after a purpose. */
function endsInMethod(words: readonly string[], cut: boolean, formulas: Formulas): boolean {
  const [before, last] = [words.at(-2), words.at(-1) ?? '']
  if (formulas.methods.includes(last)) return true
  if (!cut || last === '' || !startsOne(last, formulas.methods)) return false
  return surelyCut <= last.length || (before !== undefined && isPurpose(before, formulas))
}

function endsInPurpose(words: readonly string[], open: boolean, formulas: Formulas): boolean {
  const last = words.at(-1) ?? ''
  if (words.length < 2) return false
  return isPurpose(last, formulas) || (open && startsOne(last, formulas.purposes))
}

function isPurpose(word: string, { purposes }: Formulas): boolean {
  return purposes.includes(word) || reference.test(word)
}

function startsOne(word: string, formulas: readonly string[]): boolean {
  return formulas.some((formula) => formula.startsWith(word))
}

function closed(text: string, isWhole: boolean): string {
  return text === '' || !isWhole ? text : `${text}${end}`
}
