import { useTranslation } from 'react-i18next'

import { type FileChoice, fileChoices, type ProposedFile } from '../../server/contract/uploads.ts'
import { choose } from './mapping-state.ts'

interface ReadingSelectsProps {
  readonly file: ProposedFile
  readonly choice: FileChoice
}

/** How the bytes of a file become cells: its sheet, or its encoding and what stands between cells. */
export function ReadingSelects({ file, choice }: ReadingSelectsProps) {
  const { t } = useTranslation()
  const { format, encoding, delimiter, sheet, otherSheets = [] } = file.reading
  const { skipRows = 0, headerRowCount = 1 } = file.reading
  // Other columns stand in another sheet, or between other delimiters.
  const set = (part: Partial<FileChoice>) =>
    void choose(file.file, { ...choice, ...part, columns: {} })
  const header = (
    <>
      <Select
        label={t('mapping.skipRows')}
        value={String(skipRows)}
        options={numbers(0, Math.max(mostAbove, skipRows))}
        onValue={(value) => set({ skipRows: Number(value) })}
      />
      <Select
        label={t('mapping.headerRowCount')}
        value={String(headerRowCount)}
        options={numbers(0, fileChoices.mostHeaderRows)}
        onValue={(value) => set({ headerRowCount: Number(value) })}
      />
    </>
  )
  if (format === 'xlsx') {
    const sheets = [sheet ?? '', ...otherSheets]
    return (
      <>
        <Select
          label={t('mapping.sheet')}
          value={sheet ?? ''}
          options={sheets.map((name) => [name, name])}
          onValue={(value) => set({ sheet: value, skipRows: undefined, headerRowCount: undefined })}
        />
        {header}
      </>
    )
  }
  return (
    <>
      <Select
        label={t('mapping.encoding')}
        value={encoding ?? ''}
        options={fileChoices.encodings.map((name) => [name, name.toUpperCase()])}
        onValue={(value) => set({ encoding: value as FileChoice['encoding'] })}
      />
      {format === 'delimited' && (
        <Select
          label={t('mapping.delimiter')}
          value={delimiter ?? ''}
          options={fileChoices.delimiters.map((mark) => [
            mark,
            mark === '\t' ? t('mapping.tab') : mark,
          ])}
          onValue={(value) => set({ delimiter: value as FileChoice['delimiter'] })}
        />
      )}
      {format === 'delimited' && header}
    </>
  )
}

/** Rows above a header to choose from, unless a description says more. */
const mostAbove = 10

function numbers(from: number, to: number): readonly (readonly [string, string])[] {
  const all = Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
  return all.map((number) => [number, number])
}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly onValue: (value: string) => void
}

function Select({ label, value, options, onValue }: SelectProps) {
  return (
    <label className="row">
      <span className="m nowrap">{label}</span>
      <select
        className="field"
        value={value}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      >
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
