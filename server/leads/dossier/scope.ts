import type { DossierInput } from './dossier.ts'

/** Of how many of the ring's shops the lead is, where its author chose some; nothing where it is whole. */
export function scopeRows({
  context: {
    core: { ring, scope },
  },
  words: { dossier },
}: DossierInput): (readonly [string, string])[] {
  return scope === undefined ? [] : [[dossier.scope, dossier.scopeText(ring.size, scope.size)]]
}

/** What shops it is about, in one sentence. */
export function shopsSentence({
  context: {
    core: { ring, scope },
  },
  words: { dossier },
}: DossierInput): string {
  const { name, size, closed, live } = ring
  return scope === undefined
    ? dossier.summaryShops(name, size, closed, live)
    : dossier.summaryScope(name, { own: size, all: scope.size }, closed)
}
