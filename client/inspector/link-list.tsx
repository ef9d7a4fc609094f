import { useTranslation } from 'react-i18next'

import type { Link } from '../../server/contract/ring.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { linkText } from '../i18n/words.ts'
import { useLabel } from '../marks/name.tsx'
import { referenceText } from '../scene/format.ts'
import { linkId } from '../scene/scene.ts'
import { select, useExplorer } from '../scene/store.ts'

interface LinkListProps {
  readonly links: readonly Link[]
  /** The node that the reader looks at: it is not named again in every row. */
  readonly seenFrom?: string
}

/**
 * Derived links, surest first, those of common supply apart; a click opens the ledger. The picture draws the strongest of
 * them, this list has all.
 */
export function LinkList({ links, seenFrom }: LinkListProps) {
  const { t } = useTranslation()
  const supply = links.filter(({ kind }) => kind === 'shares_supply')
  const others = links.filter(({ kind }) => kind !== 'shares_supply')
  if (links.length === 0) return <p className="m">{t('link.none')}</p>
  return (
    <>
      <Rows links={others} seenFrom={seenFrom} />
      {supply.length > 0 && (
        <h3 className="sub">
          {t('link.ofSupply')} <span className="m">{supply.length}</span>
        </h3>
      )}
      <Rows links={supply} seenFrom={seenFrom} />
    </>
  )
}

interface RowsProps {
  readonly links: readonly Link[]
  readonly seenFrom: string | undefined
}

function Rows({ links, seenFrom }: RowsProps) {
  const sorted = links.toSorted((x, y) => y.probability - x.probability)
  return (
    <ul className="lines">
      {sorted.map((link) => (
        <li key={linkId(link)}>
          <LinkRow link={link} seenFrom={seenFrom} />
        </li>
      ))}
    </ul>
  )
}

interface LinkRowProps {
  readonly link: Link
  readonly seenFrom: string | undefined
}

function LinkRow({ link, seenFrom }: LinkRowProps) {
  const { t } = useTranslation()
  const back = seenFrom === link.to && link.kind === 'came_back_as'
  const relation = back ? t('link.cameFrom') : linkText(t, link)
  const other = seenFrom === link.to ? link.from : link.to
  return (
    <button
      type="button"
      className="pick"
      onClick={() => select({ kind: 'link', id: linkId(link) })}
    >
      <span className="clip grow">
        {seenFrom === undefined && (
          <>
            <EndName id={link.from} />{' '}
          </>
        )}
        <span className={link.kind === 'came_back_as' ? 'bad' : 'm'}>{relation}</span>{' '}
        <EndName id={other} />
      </span>
      {link.gapDays !== undefined && (
        <span className="m nowrap">{t('link.days', { count: link.gapDays })}</span>
      )}
      <b className="num">{probabilityText(link.probability)}</b>
    </button>
  )
}

function EndName({ id }: { readonly id: string }) {
  const label = useLabel()
  const node = useExplorer((state) => state.view.scene.nodes.get(id))
  return <span className="nm">{node === undefined ? referenceText(id) : label(node).name}</span>
}
