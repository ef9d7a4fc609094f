/** How text may stand in bytes. The last three are never found out, only stated: their bytes are valid in too many others. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'gbk',
  'big5',
  'windows-1252',
] as const

/** So many rows may stand above the header of a table. */
export const mostSkipped = 100

/** And so many may be its header. */
export const mostHeaderRows = 5

/** What may stand between cells. */
export const delimiters = [',', ';', '\t', '|'] as const
