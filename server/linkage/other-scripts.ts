/**
 * Cyrillic and Greek in Latin letters, as passports have them: Russian by ICAO 9303-3 (in use since 2013) and by the system of BGN/PCGN 1947, which most people write, Ukrainian by the table of
 * its cabinet (55, 2010), Greek by ISO 843. Letters with several ways have all of them, as in `я:ia/ya`, and Alexander has an x as often as not.
 */
const russian =
  'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:i/y к:k кс:ks/ks/x л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ:ie/ ы:y ь: э:e ю:iu/yu я:ia/ya'
const ukrainian = 'г:h ґ:g и:y і:i ї:i/yi є:ie/ye й:i/y'
const greek =
  'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s τ:t υ:y φ:f χ:ch ψ:ps ω:o ου:ou αυ:av ευ:ev γγ:ng'

type Letters = ReadonlyMap<string, readonly string[]>

function lettersOf(...tables: readonly string[]): Letters {
  const pairs = tables.flatMap((table) => table.split(' ')).map((pair) => pair.split(':'))
  return new Map(pairs.map(([letter = '', latin = '']) => [letter, latin.split('/')]))
}

const ofRussian = lettersOf(russian, greek)
const ofUkrainian = lettersOf(russian, greek, ukrainian)

const ways = [0, 1, 2]
const letter = /кс|ου|αυ|ευ|γγ|\p{Script=Cyrillic}|\p{Script=Greek}/gu

/** Each way of writing a folded text in Latin letters: none where it has no letter of these scripts. */
export function inLatinLetters(folded: string): string[] {
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(folded)) return []
  const letters = /[іїєґ]/u.test(folded) ? ofUkrainian : ofRussian
  const written = (way: number) =>
    folded.replaceAll(letter, (one) => {
      const latin = letters.get(one)
      return latin?.[way] ?? latin?.at(-1) ?? one
    })
  return [...new Set(ways.map(written))]
}
