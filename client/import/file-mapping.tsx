import { useTranslation } from 'react-i18next'

import { fileChoices, type ProposedFile } from '../../server/contract/uploads.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { ColumnRow } from './column-row.tsx'
import { constantsOf, fieldsForAllRows, withColumn, withDate } from './description.ts'
import { useFieldName } from './field-name.ts'
import { choose, type Mapping, noChoice, setConstant } from './mapping-state.ts'
import { ReadingSelects } from './reading-selects.tsx'

interface FileMappingProps {
  readonly file: ProposedFile
  readonly mapping: Mapping
}

/** What the rows of one file are, and for each of its columns the field that it is taken for. */
export function FileMapping({ file, mapping }: FileMappingProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const choice = mapping.choices[file.file] ?? noChoice
  return (
    <section className="file-mapping" aria-label={file.file}>
      <div className="row wrap file-mapping-head">
        <h3 className="clip" title={file.file}>
          {file.file}
        </h3>
        <label className="row">
          <span className="m">{t('imports.kind')}</span>
          <select
            className="field"
            value={file.kind}
            onChange={({ currentTarget: { value } }) =>
              void choose(file.file, {
                ...choice,
                kind: value as ProposedFile['kind'],
                columns: {},
              })
            }
          >
            {fileChoices.kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`records.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <ReadingSelects file={file} choice={choice} />
        <span className="m">
          {t('mapping.lookedAt', {
            count: file.rowsLookedAt,
            rows: numberText(file.rowsLookedAt, language),
          })}
        </span>
      </div>
      <ForAllRows file={file} mapping={mapping} />
      <Columns
        file={file}
        onPlace={(column, field) =>
          void choose(file.file, {
            ...withColumn(choice, column, fieldOf(file, field)),
            kind: file.kind,
          })
        }
        onDate={(column, pattern) => void choose(file.file, withDate(choice, column, pattern))}
      />
    </section>
  )
}

function fieldOf({ knownFields }: ProposedFile, field: string) {
  return knownFields.find((known) => known.field === field) ?? { field, multiple: false }
}

/** Fields that no column gives: one value for every row does. */
function ForAllRows({ file, mapping: { proposal, typed } }: FileMappingProps) {
  const { t } = useTranslation()
  const name = useFieldName()
  const fields = fieldsForAllRows(file)
  if (fields.length === 0) return null
  const values = constantsOf(proposal, typed)[file.file]
  return (
    <fieldset className="for-all-rows">
      <legend>{t('mapping.forAll')}</legend>
      {fields.map(({ field, required }) => (
        <label key={field} className="row">
          <span className="nowrap">
            {name(field)}
            {required && ' *'}
          </span>
          <input
            className="field"
            required={required}
            maxLength={200}
            placeholder={field === 'platform' ? 'taobao.com' : undefined}
            value={values?.[field] ?? ''}
            onChange={({ currentTarget: { value } }) => setConstant(file.file, field, value)}
          />
        </label>
      ))}
    </fieldset>
  )
}

interface ColumnsProps {
  readonly file: ProposedFile
  readonly onPlace: (column: string, field: string) => void
  readonly onDate: (column: string, pattern: string) => void
}

function Columns({ file, onPlace, onDate }: ColumnsProps) {
  const { t } = useTranslation()
  return (
    <div className="table-scroll">
      <table className="plain columns">
        <thead>
          <tr>
            <th scope="col">{t('mapping.column')}</th>
            <th scope="col">{t('mapping.samples')}</th>
            <th scope="col">{t('mapping.field')}</th>
            <th scope="col">{t('mapping.why')}</th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map((column) => (
            <ColumnRow
              key={column}
              file={file}
              column={column}
              onPlace={onPlace}
              onDate={(pattern) => onDate(column, pattern)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
