import { IconFileZip, IconFolder, IconUpload } from '@tabler/icons-react'
import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { uploadRules } from '../../server/contract/uploads.ts'
import { sizeText } from '../scene/format.ts'
import { sortOut } from './chosen-files.ts'
import { filesDropped, filesOf } from './read-drop.ts'
import { choose, giveUpChosen } from './send-files.ts'

/** Where files are dropped, with two buttons that do the same from the keyboard. */
export function DropZone({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const folder = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  // React has no word for it.
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), [])
  const take = async (found: ReturnType<typeof filesDropped>) => {
    try {
      choose(sortOut(await found))
    } catch {
      giveUpChosen()
    }
  }
  const pick = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const list = currentTarget.files
    if (list !== null && 0 < list.length) choose(sortOut(filesOf(list)))
    // The same files can be picked again when they were corrected.
    currentTarget.value = ''
  }
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault()
    setOver(inside && !disabled)
  }
  return (
    // Files are dropped with a pointer; the buttons below are its keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above.
    <div
      className={over ? 'drop over' : 'drop'}
      onDragEnter={(event) => drag(event, true)}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) =>
        drag(event, event.currentTarget.contains(event.relatedTarget as Node))
      }
      onDrop={(event) => {
        drag(event, false)
        if (!disabled) void take(filesDropped(event.dataTransfer))
      }}
    >
      <IconUpload className="i" size={24} stroke={1.5} aria-hidden="true" />
      <b>{t('imports.drop')}</b>
      <span className="m small">{t('imports.dropNote')}</span>
      <input ref={folder} type="file" hidden multiple onChange={pick} data-pick="folder" />
      <input ref={files} type="file" hidden multiple onChange={pick} data-pick="files" />
      <div className="row wrap drop-buttons">
        <button
          type="button"
          className="btn"
          disabled={disabled}
          title={disabled ? t('jobs.busy') : undefined}
          onClick={() => folder.current?.click()}
        >
          <IconFolder className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('imports.folder')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={disabled}
          title={disabled ? t('jobs.busy') : undefined}
          onClick={() => files.current?.click()}
        >
          <IconFileZip className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('imports.files')}
        </button>
      </div>
      <span className="m small">
        {t('imports.limits', {
          files: uploadRules.limits.files,
          size: sizeText(uploadRules.limits.bytes),
        })}
      </span>
    </div>
  )
}
