import { groundText } from '../formats/role-table.ts'
import type { Block } from './block.ts'
import type { DossierInput } from './dossier.ts'

/** What people stated of who does what, apart from what follows from records; nothing where nobody did. */
export function roleBlocks({ context, words }: DossierInput): Block[] {
  const { core, evidence, nameOf } = context
  const { roles } = words.dossier
  const { items = [] } = core.roles ?? {}
  if (items.length === 0) return []
  return [
    { kind: 'subheading', text: roles.title },
    { kind: 'paragraph', text: roles.intro },
    {
      kind: 'table',
      inset: false,
      columns: [
        { title: roles.who, share: 0.24 },
        { title: roles.role, share: 0.14 },
        { title: roles.stated, share: 0.18 },
        { title: roles.grounds, share: 0.22 },
        { title: roles.because, share: 0.22 },
      ],
      rows: items.map(({ name, role, shop, by, on, grounds, because }) => [
        name,
        [roles.names[role], ...(shop === undefined ? [] : [nameOf(shop)])].join('\n'),
        `${by}\n${on}`,
        grounds.map((ground) => groundText(ground, evidence.cite)).join('\n'),
        because,
      ]),
    },
  ]
}
