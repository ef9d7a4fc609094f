/** Texts to look for, by their letters in lower case. */
export interface TextTrie {
  readonly next: Map<string, TextTrie>
  /** What takes the place of a text that ends here. */
  replacement: string | undefined
}

export function textTrie(replacements: ReadonlyMap<string, string>): TextTrie {
  const root: TextTrie = { next: new Map(), replacement: undefined }
  for (const [text, replacement] of replacements) {
    let at = root
    for (const letter of text) {
      const folded = letter.toLowerCase()
      const known = at.next.get(folded) ?? { next: new Map(), replacement: undefined }
      at.next.set(folded, known)
      at = known
    }
    at.replacement ??= replacement
  }
  return root
}

/**
 * The text with every occurrence replaced, from left to right, the longest first. Letters count alike in upper and lower case. An occurrence of fewer than `wordLength` letters
 * counts only where no letter or digit stands beside it.
 */
export function replaceAll(trie: TextTrie, text: string, wordLength: number): string {
  const letters = [...text]
  const parts: string[] = []
  let at = 0
  while (at < letters.length) {
    const found = longestFrom(trie, letters, at)
    const isWord =
      found !== undefined && (wordLength <= found.end - at || standsAlone(letters, at, found.end))
    if (found !== undefined && isWord) parts.push(found.replacement)
    else parts.push(letters[at] ?? '')
    at = found !== undefined && isWord ? found.end : at + 1
  }
  return parts.join('')
}

interface Found {
  readonly end: number
  readonly replacement: string
}

function longestFrom(trie: TextTrie, letters: readonly string[], start: number): Found | undefined {
  let node: TextTrie | undefined = trie
  let found: Found | undefined
  for (let at = start; at < letters.length; at++) {
    node = node.next.get((letters[at] ?? '').toLowerCase())
    if (node === undefined) return found
    if (node.replacement !== undefined) found = { end: at + 1, replacement: node.replacement }
  }
  return found
}

/** Words are told apart by spaces in alphabets alone: a Chinese name stands inside of a sentence. */
function standsAlone(letters: readonly string[], start: number, end: number): boolean {
  return !(joins(letters[start - 1], letters[start]) || joins(letters[end - 1], letters[end]))
}

function joins(left: string | undefined, right: string | undefined): boolean {
  return (
    left !== undefined && right !== undefined && alphabetic.test(left) && alphabetic.test(right)
  )
}

const alphabetic = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}_]/u
