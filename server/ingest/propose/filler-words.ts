/** What tables put between whom something is said of and what, and behind the name of a group: 经营者基本信息 姓名, `Seller details name`. */
const fillers =
  'details detail information info data 基本信息 基本情况 身份信息 登记信息 信息 情况 资料 详情 的 angaben daten'.split(
    ' ',
  )

/** A word without the fillers that it begins with; never nothing. */
export function withoutFiller(word: string): string {
  const start = fillers.find((own) => word.startsWith(own) && own.length < word.length)
  return start === undefined ? word : withoutFiller(word.slice(start.length))
}

/** A word without the filler that it ends with; never nothing. */
export function beforeFiller(word: string): string {
  const end = fillers.find((own) => word.endsWith(own) && own.length < word.length)
  return end === undefined ? word : word.slice(0, -end.length)
}
