/** Year, month and day of each text, all 0 where it is no date. */
export interface DateParts {
  readonly year: Int16Array
  readonly month: Int16Array
  readonly day: Int16Array
}

const written = /^(\d{4})-?(\d{2})-?(\d{2})$/

/** Reads `YYYY-MM-DD` and `YYYYMMDD`. A month or day that no calendar has stays as it is written: a slip of one digit is still near. */
export function dateParts(texts: readonly string[]): DateParts {
  const year = new Int16Array(texts.length)
  const month = new Int16Array(texts.length)
  const day = new Int16Array(texts.length)
  for (const [place, text] of texts.entries()) {
    const parts = written.exec(text)
    if (parts === null) continue
    year[place] = Number(parts[1])
    month[place] = Number(parts[2])
    day[place] = Number(parts[3])
  }
  return { year, month, day }
}
