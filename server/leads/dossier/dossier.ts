import type { ClaimContext } from '../claims/context.ts'
import type { Claims } from '../claims.ts'
import type { GoodsStanding } from '../goods-standing.ts'
import type { LeadOptions } from '../options.ts'
import type { Words } from '../words/words.ts'
import type { Block } from './block.ts'
import { coverBlocks } from './cover.ts'
import { evidenceBlocks, limitBlocks, verifyBlocks } from './evidence-section.ts'
import { againstBlocks, foundBlocks, innocentBlocks } from './found-section.ts'
import { moneyBlocks } from './money-section.ts'
import { roleBlocks } from './role-section.ts'
import { shopBlocks } from './shop-section.ts'
import { supplyBlocks } from './supply-section.ts'

export interface DossierInput {
  readonly context: ClaimContext
  readonly claims: Claims
  readonly goods: ReadonlyMap<string, GoodsStanding>
  readonly limits: readonly string[]
  readonly words: Words
  readonly options: LeadOptions
}

/** The whole dossier in reading order. */
export function dossierBlocks(input: DossierInput): readonly Block[] {
  return sections.flatMap((section) => section(input))
}

const sections: readonly ((input: DossierInput) => Block[])[] = [
  coverBlocks,
  foundBlocks,
  roleBlocks,
  againstBlocks,
  innocentBlocks,
  shopBlocks,
  supplyBlocks,
  moneyBlocks,
  limitBlocks,
  evidenceBlocks,
  verifyBlocks,
]
