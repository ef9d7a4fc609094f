import type { LeadContents } from './contents.ts'
import { dossierBlocks } from './dossier/dossier.ts'
import { letterBlocks } from './dossier/letter.ts'
import { paintDossier } from './dossier/paint.ts'
import { type Draft, draftOf } from './draft.ts'
import type { LeadOptions } from './options.ts'
import { languages } from './words/words.ts'

/** What people read, each made when the one before is written: a letter of one page in the lead's own language, and the dossier in every language. */
export function* papersOf(
  contents: LeadContents,
  own: Draft,
  options: LeadOptions,
): Generator<[string, Uint8Array]> {
  const { words } = own
  const letter = paintDossier(letterBlocks({ ...own, options }), { words: words.dossier, options })
  yield ['00-cover-letter.pdf', letter]
  for (const language of languages) {
    const draft = language === words.language ? own : draftOf(contents, language, options)
    const painted = paintDossier(dossierBlocks({ ...draft, options }), {
      words: draft.words.dossier,
      options: { ...options, language },
    })
    yield [`01-dossier.${language}.pdf`, painted]
  }
}
