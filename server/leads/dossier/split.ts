import { provinceByCode } from '../../domain/province.ts'
import type { DossierInput } from './dossier.ts'

/** Which shops of the ring this lead counts, and which other leads count the rest; nothing where the ring has one lead. */
export function splitRows({ context, words }: DossierInput): (readonly [string, string])[] {
  const { core, ownShops, shops } = context
  const { split } = core
  if (split === undefined) return []
  const province = (code: string) => {
    const found = provinceByCode(code)
    return (words.language === 'en' ? found?.en : found?.zh) ?? code
  }
  const own = split.parts.find(({ lead }) => lead === split.own)
  const others = split.parts.filter(({ lead }) => lead !== split.own)
  const { dossier, letter } = words
  const named = others.map((part) =>
    dossier.otherPart(part.lead, province(part.province), part.shops.length),
  )
  const here = own === undefined ? '' : province(own.province)
  const counts = { own: ownShops.length, all: shops.length }
  return [[dossier.partOf, dossier.partOfText(here, counts, named.join(letter.separator))]]
}
