import { IconInfoCircle, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { IconButton } from '../marks/icon-button.tsx'
import { type Sense, senses } from '../scene/beginnings.ts'

interface SenseSwitchProps {
  readonly sense: Sense
  readonly onSense: (sense: Sense) => void
}

/** Whether the date asks what was the case or what was known, and what that means, in plain words, beside it. */
export function SenseSwitch({ sense, onSense }: SenseSwitchProps) {
  const { t } = useTranslation()
  const [told, setTold] = useState(false)
  const host = useRef<HTMLDivElement>(null)
  const close = () => {
    setTold(false)
    host.current?.querySelector<HTMLElement>('.ib')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!told || event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of the buttons in it.
    <div ref={host} className="sense" onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that this row has no use for. */}
      <div className="seg" role="group" aria-label={t('time.sense')}>
        {senses.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === sense}
            title={t(`time.${each}Note`)}
            onClick={() => onSense(each)}
          >
            {t(`time.${each}`)}
          </button>
        ))}
      </div>
      <IconButton
        icon={IconInfoCircle}
        slim
        pressed={told}
        label={t('time.sense')}
        onClick={() => setTold(!told)}
      />
      {told && (
        <section className="sense-note" aria-label={t('time.sense')}>
          <IconButton icon={IconX} slim label={t('shell.close')} onClick={close} />
          {senses.map((each) => (
            <p key={each} className={each === sense ? undefined : 's2'}>
              {t(`time.${each}Note`)}
            </p>
          ))}
        </section>
      )}
    </div>
  )
}
