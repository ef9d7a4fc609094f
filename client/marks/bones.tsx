import { useTranslation } from 'react-i18next'

/** Where rows will be, while they are fetched. */
export function Bones({ rows, height = 14 }: { readonly rows: number; readonly height?: number }) {
  const { t } = useTranslation()
  const widths = Array.from({ length: rows }, (_, row) => 92 - ((row * 37) % 48))
  return (
    <div role="status" aria-label={t('shell.loading')} style={{ display: 'grid', gap: 10 }}>
      {widths.map((width, row) => (
        // Rows that hold nothing have no identity but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order.
        <div key={row} className="bone" style={{ width: `${width}%`, height }} />
      ))}
    </div>
  )
}
