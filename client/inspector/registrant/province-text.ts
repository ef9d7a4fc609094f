import type { NamedProvince } from '../../../server/contract/graph.ts'
import type { Language } from '../../i18n/i18n.ts'

/** A province as the reader calls it. */
export function provinceText({ name }: NamedProvince, language: Language): string {
  return name[language === 'zh' ? 'zh-CN' : 'en']
}
