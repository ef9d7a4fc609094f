import type { BareNode } from '../../server/contract/graph.ts'
import { type Label, labelOf } from '../../server/picture/names.ts'
import { words } from '../../server/picture/words.ts'
import { useLanguage } from '../i18n/use-language.ts'

/** The two lines of a node's name in the reader's language: the original script first. */
export function useLabel(): (node: BareNode) => Label {
  const language = useLanguage()
  return (node) => labelOf(node, words[language])
}

/** The two lines of a name that may be written in two scripts, such as a ring's. */
export function useNameLabel(): (name: string) => Label {
  const label = useLabel()
  return (name) => label(named(name))
}

function named(name: string): BareNode {
  return { key: '', kind: 'Ring', name, properties: {}, lives: [] }
}
