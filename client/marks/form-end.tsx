import { useTranslation } from 'react-i18next'

interface FormEndProps {
  /** What keeping is called here. */
  readonly save: string
  /** What is still missing, told where it cannot be kept yet. */
  readonly needs: string
  readonly ready: boolean
  readonly busy?: boolean
  readonly onCancel: () => void
}

/** How a form ends: keep what was written, or let it be. */
export function FormEnd({ save, needs, ready, busy = false, onCancel }: FormEndProps) {
  const { t } = useTranslation()
  return (
    <div className="row">
      <button
        type="submit"
        className="btn primary grow"
        disabled={!ready || busy}
        title={ready ? undefined : needs}
      >
        {save}
      </button>
      <button type="button" className="btn" onClick={onCancel}>
        {t('decide.cancel')}
      </button>
    </div>
  )
}
