import { foldCase, isPlain, plainText } from '../../domain/plain-text.ts'

/** Words that people type where nothing is known, by language, without accents; an empty cell means the same and is the way to say it. */
const words = [
  'n/a, none, null, nil, unknown, not known, unspecified, not specified, tbd, -, --, ., ?',
  '无, 暂无, 不详, 未知, 没有, 空, 無, 暫無, 不詳, 沒有, 不明, なし, 無し, 該当なし, 없음, 미상, 해당없음, 해당 없음',
  'нет, нету, неизвестно, не известно, не указано, не указан, отсутствует, немає, невідомо, не вказано',
  'yok, bilinmiyor, belirtilmemis, khong, khong co, khong ro, chua ro, ไม่มี, ไม่ทราบ, ไม่ระบุ, नहीं, कोई नहीं, अज्ञात, ज्ञात नहीं',
  'لا يوجد, لا شيء, غير معروف, غير محدد, ندارد, نامشخص, אין, לא ידוע, δεν υπαρχει, αγνωστο, αγνωστοσ',
  'kein, keine, keiner, keine angabe, keine angaben, k.a., k. a., unbekannt, ingen, okand, ukjent, ukendt, geen, onbekend',
  'brak, brak danych, nie dotyczy, nieznany, nieznane, ninguno, ninguna, no tiene, no consta, desconocido, s/d, sin datos',
  'nenhum, nenhuma, nao tem, nao consta, desconhecido, aucun, aucune, neant, inconnu, nessuno, nessuna, sconosciuto',
]

const sayingNothing: ReadonlySet<string> = new Set(
  words.flatMap((line) => line.split(', ')).map((word) => comparable(plainText(word))),
)
const longest = Math.max(...[...sayingNothing].map(({ length }) => length))

/** True for a cell such as `N/A`, `无` or `нет`, which would make strangers agree on knowing nothing. */
export function saysNothing(typed: string): boolean {
  const text = plainText(typed)
  return !isTooLong(text) && sayingNothing.has(comparable(text))
}

/** Most cells are, and need no folding: marks and spaces that do not count make text longer, and text without either is as long as it is. */
function isTooLong(text: string): boolean {
  if (text.length <= longest) return false
  return 2 * longest < text.length || (isPlain(text) && !/\s\s/.test(text))
}

function comparable(text: string): string {
  return foldCase(text).replaceAll(/\s+/gu, ' ')
}
