import { useTranslation } from 'react-i18next'

import { referenceText } from '../scene/format.ts'

/** What shops and values are called, by key; what left the graph is missing and shown by its key. */
export type Names = Readonly<Record<string, string>>

export function nameOf(names: Names, key: string): string {
  return (Object.hasOwn(names, key) ? names[key] : undefined) ?? referenceText(key)
}

interface ShopNameProps {
  readonly shop: string
  readonly names: Names
}

/** A shop by its name with where it is: two shops may have one name. */
export function ShopName({ shop, names }: ShopNameProps) {
  const reference = referenceText(shop)
  const name = nameOf(names, shop)
  return (
    <>
      {name} {name !== reference && <span className="m small">{reference}</span>}
    </>
  )
}

interface ShopNamesProps {
  readonly sign: '+' | '−'
  readonly keys: readonly string[]
  readonly names: Names
}

const shownMost = 2

/** How many shops came or went, the first of them by name and all of them in the tooltip. */
export function ShopNames({ sign, keys, names }: ShopNamesProps) {
  const { t } = useTranslation()
  if (keys.length === 0) return <span className="m">{t('changes.nothing')}</span>
  const all = keys.map((key) => nameOf(names, key))
  const more = all.length - shownMost
  return (
    <span className="shop-names" title={all.join('\n')}>
      <b className="nowrap">
        {sign}
        {all.length}
      </b>{' '}
      <span className="s2">{all.slice(0, shownMost).join(t('shell.comma'))}</span>{' '}
      {0 < more && <span className="m nowrap">{t('changes.more', { count: more })}</span>}
    </span>
  )
}
