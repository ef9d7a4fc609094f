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
  const papers: [string, Uint8Array][] = [['00-cover-letter.pdf', await letter]]
  // One after the other: each holds its whole draft and all its pages while it is painted.
  for (const language of languages) {
    const draft = language === words.language ? own : draftOf(contents, language, options)
    const painted = await paintDossier(dossierBlocks({ ...draft, options }), {
      words: draft.words.dossier,
      options: { ...options, language },
    })
    papers.push([`01-dossier.${language}.pdf`, painted])
  }
  return papers
}
