import { useTranslation } from 'react-i18next'

import type { Link, LinkAnswer } from '../../server/contract/ring.ts'
import { probabilityText } from '../../server/picture/probability.ts'

interface RescoredNotesProps {
  readonly answer: LinkAnswer
  readonly link: Link
}

/** What the run changed in a link because a value that it stood on had become generic. */
export function RescoredNotes({ answer: { rescored, nodes }, link }: RescoredNotesProps) {
  const { t } = useTranslation()
  const names = new Map(nodes.map(({ key, name }) => [key, name]))
  return rescored
    .filter(({ kind }) => kind === link.kind)
    .map(({ value, since, before, after }) => {
      const texts = {
        value: names.get(value) ?? value,
        before: probabilityText(before),
        after: after === undefined ? t('link.rescoredGone') : probabilityText(after),
      }
      return (
        <p key={value} className="tell">
          {since === undefined
            ? t('link.rescoredUndated', texts)
            : t('link.rescored', { ...texts, since })}
        </p>
      )
    })
}
