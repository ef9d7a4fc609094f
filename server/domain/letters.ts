/**
 * Letters that are written in more than one way by the same people, in every script that has such. What makes another letter stays: the voicing of が, the vowels of रीमा and
 * กิตติ and the breve of й tell names apart, and without them a name of one person would be that of many.
 */
export function plainLetters(lowerCase: string): string {
  return lowerCase
    .normalize('NFD')
    .replaceAll(drawnOut, '')
    .replaceAll(vowelSigns, '')
    .replaceAll(accents, '$1$2$3')
    .replaceAll(otherwiseWritten, (letter) => plainOf.get(letter) ?? letter)
    .replaceAll(marksOnNothing, '')
    .normalize('NFC')
}

/** Makes an Arabic word longer and is no letter of it. */
const drawnOut = /ـ\p{M}*/gu

/** Vowels of Arabic and Hebrew, which few write, and the hamza on its seat. */
const vowelSigns = /(?=[\p{Script_Extensions=Arabic}\p{Script=Hebrew}])\p{Mn}/gu

/** Accents of Latin and Greek, which capitals and foreign keyboards lack; of Cyrillic those for stress, and the dots of ё. */
const accents =
  /([\p{Script=Latin}\p{Script=Greek}])\p{M}+|(\p{Script=Cyrillic})[\u0300\u0301]+|(е)\u0308/gu

const marksOnNothing = /(?<![\p{L}\p{M}])\p{M}+/gu

/**
 * Each letter with what is written for it. Latin letters that no normal form of Unicode takes apart, as the machine-readable zone of passports has them as far as one
 * letter stands for one (ICAO 9303-3, section 6), a dotless ı as its capital looks; Arabic as Lucene's ArabicNormalizer has it, Persian letters with it.
 */
const plainOf: ReadonlyMap<string, string> = new Map(
  'ı:i ß:ss æ:ae œ:oe ø:o đ:d ð:d þ:th ł:l ħ:h ŧ:t ŋ:n ĸ:k ə:e ς:σ ى:ي ی:ي ک:ك ة:ه ہ:ه'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)
const otherwiseWritten = new RegExp(`[${[...plainOf.keys()].join('')}]`, 'gu')

/** Everything that is typed for an apostrophe with what stands on it, among it letters that Ukrainian, Uzbek and Hebrew have for it: none of them is written by all. */
export const apostrophes = /['’‘`ʼʻʹʾʿ′＇׳]\p{M}*/gu
