/** Answers that are kept: some 2 MB of short texts. */
const mostKept = 8_192

/** Longer texts are hardly ever met twice. */
const longestKept = 200

/**
 * A pure function of a text that keeps its last answers, for work that costs more than looking it up. A full memory is emptied, so
 * that it does not grow with a file.
 */
export function remembered<T>(work: (typed: string) => T): (typed: string) => T {
  const known = new Map<string, T>()
  return (typed) => {
    const before = known.get(typed)
    if (before !== undefined) return before
    const answer = work(typed)
    if (longestKept < typed.length) return answer
    if (known.size === mostKept) known.clear()
    known.set(apart(typed), answer)
    return answer
  }
}

/** The same text on its own: a cell is a view into the piece of its file, which would be kept with it. */
function apart(text: string): string {
  return ` ${text}`.slice(1)
}
