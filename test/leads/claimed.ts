import { claimContext } from '../../server/leads/claims/context.ts'
import { claimsOf } from '../../server/leads/claims.ts'
import type { LeadContents } from '../../server/leads/contents.ts'
import { coreOf } from '../../server/leads/core.ts'
import { evidenceOf } from '../../server/leads/evidence.ts'
import { limitsOf } from '../../server/leads/limits.ts'
import { namesOf } from '../../server/leads/names.ts'
import { type Language, wordsOf } from '../../server/leads/words/words.ts'

/** What a lead claims, on what, and what it cannot say. */
export function claimed(contents: LeadContents, language: Language = 'en') {
  const words = wordsOf(language)
  const core = coreOf(contents, words)
  const evidence = evidenceOf(core)
  const context = claimContext(core, { evidence, words: words.claims, nameOf: namesOf(core.nodes) })
  const claims = claimsOf(context)
  const limits = limitsOf({ context, claims, words, options: {}, emptyTables: [] })
  return { claims, evidence, limits }
}
