import { type ClaimWords, englishClaims } from './en-claims.ts'
import { type DossierWords, englishDossier } from './en-dossier.ts'
import { type EvidenceWords, englishEvidence } from './en-evidence.ts'
import { englishLetter, type LetterWords } from './en-letter.ts'
import { englishLimits, type LimitWords } from './en-limits.ts'
import { englishMoney, type MoneyWords } from './en-money.ts'
import { chineseClaims } from './zh-claims.ts'
import { chineseDossier } from './zh-dossier.ts'
import { chineseEvidence } from './zh-evidence.ts'
import { chineseInnocent } from './zh-innocent.ts'
import { chineseLetter } from './zh-letter.ts'
import { chineseLimits } from './zh-limits.ts'
import { chineseMoney } from './zh-money.ts'

export const languages = ['en', 'zh-CN'] as const
export type Language = (typeof languages)[number]

/** Everything a lead says in one language. Names, literals and citations are the same in all. */
export interface Words {
  readonly language: Language
  readonly anotherShop: (number: number) => string
  readonly anotherIdentity: (number: number) => string
  readonly claims: ClaimWords
  readonly limits: LimitWords
  readonly dossier: DossierWords
  readonly evidence: EvidenceWords
  readonly letter: LetterWords
  readonly money: MoneyWords
  /** The innocent explanation in this language for one that the ledger gives in English. */
  readonly innocent: (channel: keyof ClaimWords['channel'], english: string) => string
}

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return wordsIn[language]
}

const wordsIn: Record<Language, Words> = {
  en: {
    language: 'en',
    anotherShop: (number) => `another shop ${number}`,
    anotherIdentity: (number) => `another person or company ${number}`,
    claims: englishClaims,
    limits: englishLimits,
    dossier: englishDossier,
    evidence: englishEvidence,
    letter: englishLetter,
    money: englishMoney,
    innocent: (_channel, english) => english,
  },
  'zh-CN': {
    language: 'zh-CN',
    anotherShop: (number) => `其他店铺${number}`,
    anotherIdentity: (number) => `其他个人或企业${number}`,
    claims: chineseClaims,
    limits: chineseLimits,
    dossier: chineseDossier,
    evidence: chineseEvidence,
    letter: chineseLetter,
    money: chineseMoney,
    innocent: (channel) => chineseInnocent[channel],
  },
}
