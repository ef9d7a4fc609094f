import type { LeadContents } from './contents.ts'
import { dossierBlocks } from './dossier/dossier.ts'
import { letterBlocks } from './dossier/letter.ts'
import { paintDossier } from './dossier/paint.ts'
import { type Draft, draftOf } from './draft.ts'
import type { LeadOptions } from './options.ts'
import { languages } from './words/words.ts'

/** What people read: a letter of one page in the lead's own language, and the dossier in every language. */
export async function papersOf(
  contents: LeadContents,
  own: Draft,
  options: LeadOptions,
): Promise<[string, Uint8Array][]> {
  const { words } = own
  const letter = paintDossier(letterBlocks({ ...own, options }), { words: words.dossier, options })
  const dossiers = languages.map(async (language): Promise<[string, Uint8Array]> => {
    const draft = language === words.language ? own : draftOf(contents, language, options)
    const painted = paintDossier(dossierBlocks({ ...draft, options }), {
      words: draft.words.dossier,
      options: { ...options, language },
    })
    return [`01-dossier.${language}.pdf`, await painted]
  })
  return [['00-cover-letter.pdf', await letter], ...(await Promise.all(dossiers))]
}
