import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Question } from '../../server/contract/desk.ts'
import { IconButton } from '../marks/icon-button.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { AddLine } from './add-line.tsx'
import { changeCase, useCurrentCase } from './cases.ts'

/** What people still ask, and what was found out. */
export function Questions({ items }: { readonly items: readonly Question[] }) {
  const { t } = useTranslation()
  const author = usePreferences((preferences) => preferences.author)
  const owner = useCurrentCase()?.body.owner ?? ''
  const by = author || owner
  const add = (text: string) =>
    changeCase((body) => ({
      ...body,
      questions: [...body.questions, { id: crypto.randomUUID(), text, by, at: now() }],
    }))
  const change = (id: string, to: (item: Question) => Question[]) =>
    changeCase((body) => ({
      ...body,
      questions: body.questions.flatMap((item) => (item.id === id ? to(item) : [item])),
    }))
  const unanswered = items.filter(({ answer }) => answer === undefined).length
  return (
    <section>
      <h2 className="sub">
        {t('cases.questions')} <span className="m">{unanswered}</span>
      </h2>
      <ul className="lines">
        {items.map((item) => (
          <Row
            key={item.id}
            item={item}
            onAnswer={(text) =>
              change(item.id, (own) => [{ ...own, answer: { text, by, at: now() } }])
            }
            onRemove={() => void change(item.id, () => [])}
          />
        ))}
      </ul>
      <AddLine label={t('cases.question')} button={t('cases.add')} onAdd={add} />
    </section>
  )
}

interface RowProps {
  readonly item: Question
  readonly onAnswer: (text: string) => Promise<boolean>
  readonly onRemove: () => void
}

function Row({ item: { text, by, answer }, onAnswer, onRemove }: RowProps) {
  const { t } = useTranslation()
  const [answering, setAnswering] = useState(false)
  return (
    <li>
      <p className="written">{text}</p>
      {answer !== undefined && <p className="s2 written">{t('cases.answered', answer)}</p>}
      <div className="row">
        {answer === undefined && !answering && (
          <button type="button" className="cite" onClick={() => setAnswering(true)}>
            {t('cases.answer')}
          </button>
        )}
        <span className="grow" />
        <span className="m clip">{by}</span>
        <IconButton icon={IconX} slim label={t('cases.remove', { text })} onClick={onRemove} />
      </div>
      {answering && answer === undefined && (
        <AddLine
          label={t('cases.answerOf', { text })}
          button={t('cases.answer')}
          onAdd={onAnswer}
          autoFocus
        />
      )}
    </li>
  )
}

function now(): Question['at'] {
  return Date.now() as Question['at']
}
