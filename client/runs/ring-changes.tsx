import { useTranslation } from 'react-i18next'

import type {
  ChangesAnswer,
  RingBrief,
  RingChange,
  RingChangeCode,
} from '../../server/contract/runs.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { changeIcons } from '../marks/change-icons.ts'
import { useNameLabel } from '../marks/name.tsx'
import { ChangeCauses } from './change-causes.tsx'
import { openChangedRing, openChangedThings } from './open-change.ts'
import { type Names, ShopNames } from './shop-names.tsx'

const codes = Object.keys(changeIcons) as RingChangeCode[]

interface RingChangesProps {
  readonly rings: ChangesAnswer['rings']
  readonly names: Names
  readonly latest: boolean
  readonly change: RingChangeCode | undefined
  readonly onChange: (change: RingChangeCode | undefined) => void
}

/** Rings by what became of them; each opens in the picture. */
export function RingChanges({ rings, names, latest, change, onChange }: RingChangesProps) {
  const { t } = useTranslation()
  const total = Object.values(rings.counts).reduce((sum, count) => sum + count, 0)
  if (total === 0) return <p className="m changes-none">{t('changes.noRings')}</p>
  return (
    <>
      <Filter counts={rings.counts} total={total} change={change} onChange={onChange} />
      {rings.items.length === 0 ? (
        <p className="m changes-none">{t('changes.noneOfThis')}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain ring-changes">
            <thead>
              <tr>
                <th scope="col">{t('changes.change')}</th>
                <th scope="col">{t('changes.before')}</th>
                <th scope="col">{t('changes.after')}</th>
                <th scope="col" className="num">
                  {t('changes.shops')}
                </th>
                <th scope="col">{t('changes.came')}</th>
                <th scope="col">{t('changes.went')}</th>
                <th scope="col">{t('changes.why')}</th>
              </tr>
            </thead>
            <tbody>
              {rings.items.map((ring) => (
                <Row key={ring.id} ring={ring} names={names} latest={latest} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="m small changes-rule">{t('changes.rule')}</p>
    </>
  )
}

interface FilterProps extends Pick<RingChangesProps, 'change' | 'onChange'> {
  readonly counts: ChangesAnswer['rings']['counts']
  readonly total: number
}

/** One kind of change at a time, each with its count; kinds that there are none of are left out. */
function Filter({ counts, total, change, onChange }: FilterProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that this row has no use for.
    <div className="change-filter" role="group" aria-label={t('changes.filter')}>
      <div className="seg">
        <button
          type="button"
          aria-pressed={change === undefined}
          onClick={() => onChange(undefined)}
        >
          {t('changes.all')} <span className="m">{numberText(total, language)}</span>
        </button>
        {codes
          .filter((code) => (counts[code] ?? 0) !== 0)
          .map((code) => (
            <button
              key={code}
              type="button"
              aria-pressed={change === code}
              onClick={() => onChange(code)}
            >
              {t(`changes.${code}`)}{' '}
              <span className="m">{numberText(counts[code] ?? 0, language)}</span>
            </button>
          ))}
      </div>
    </div>
  )
}

interface RowProps {
  readonly ring: RingChange
  readonly names: Names
  readonly latest: boolean
}

function Row({ ring, names, latest }: RowProps) {
  const { t } = useTranslation()
  const { change, before, after, from, to, kept, gained, lost } = ring
  const Icon = changeIcons[change]
  const open = (id: string) => () =>
    void (latest ? openChangedRing(id) : openChangedThings([...kept, ...gained]))
  return (
    <tr>
      <th scope="row" className="nowrap">
        <Icon className="i" size={14} stroke={1.75} aria-hidden="true" /> {t(`changes.${change}`)}
      </th>
      <td>
        {before === undefined ? (
          <span className="m">{t('changes.nothing')}</span>
        ) : (
          <Named brief={before} />
        )}
        <Others text="changes.takenFrom" rings={from} />
        {after === undefined && (
          <button type="button" className="cite" onClick={() => void openChangedThings(lost)}>
            {t('changes.openShops')}
          </button>
        )}
      </td>
      <td>
        {after === undefined ? (
          <span className="m">{t('changes.nothing')}</span>
        ) : (
          <Named brief={after} onOpen={open(after.id)} />
        )}
        <Others text="changes.givenTo" rings={to} />
      </td>
      <td className="num nowrap">
        {before?.size ?? 0} → <b>{after?.size ?? 0}</b>
      </td>
      <td>
        <ShopNames sign="+" keys={gained} names={names} />
      </td>
      <td>
        <ShopNames sign="−" keys={lost} names={names} />
      </td>
      <td>
        <ChangeCauses ring={ring} names={names} />
      </td>
    </tr>
  )
}

interface OthersProps {
  readonly text: 'changes.takenFrom' | 'changes.givenTo'
  readonly rings: readonly RingBrief[]
}

/** Rings that shops came from or went to. */
function Others({ text, rings }: OthersProps) {
  const { t } = useTranslation()
  const label = useNameLabel()
  if (rings.length === 0) return null
  const said = rings.map(({ name }) => label(name).name).join(t('shell.comma'))
  return <div className="s2 small">{t(text, { rings: said })}</div>
}

interface NamedProps {
  readonly brief: RingBrief
  readonly onOpen?: () => void
}

/** A ring by its name in the reader's language; a button where it can be opened. */
function Named({ brief, onOpen }: NamedProps) {
  const { t } = useTranslation()
  const { name, detail } = useNameLabel()(brief.name)
  const text = (
    <>
      <b>{name}</b> {name !== brief.name && <span className="s2">{detail}</span>}
    </>
  )
  return (
    <div className="named">
      {onOpen === undefined ? (
        <span className="clip">{text}</span>
      ) : (
        <button
          type="button"
          className="clip"
          title={t('changes.open', { name: brief.name })}
          onClick={onOpen}
        >
          {text}
        </button>
      )}
      <span className="m nowrap">{t('changes.rank', { rank: brief.rank })}</span>
    </div>
  )
}
