/** What one upload may hold. */
export const uploadLimits = {
  files: 200,
  /** 2 GiB, of all files together. */
  bytes: 2_147_483_648,
  /** Of one name, in characters. */
  name: 1_000,
} as const

const endings = /\.((csv|tsv|tab|txt|ndjson|jsonl)(\.gz)?|zip|xlsx|xlsm|xls|xlsb|ods)$/i

/**
 * Whether a file by its path can be part of a dataset. Spreadsheets of kinds that are not read count: the sentence that refuses one says what to do.
 * What a file system adds of its own (`.DS_Store`, `__MACOSX/`) never does.
 */
export function belongsToDataset(path: string): boolean {
  const parts = path.split(/[/\\]/)
  if (parts.some((part) => part.startsWith('.') || part === '__MACOSX')) return false
  const name = parts.at(-1) ?? ''
  return name === 'dataset.json' || endings.test(name)
}

const deepest = 8
const longestPartBytes = 200
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i

/**
 * The path under which an uploaded file may be kept, with `/` between its parts; undefined for a name that could lead out of its folder, or that
 * some file system would read as something else.
 */
export function safePath(name: string): string | undefined {
  if (uploadLimits.name < name.length || !name.isWellFormed()) return undefined
  const parts = name.replaceAll('\\', '/').split('/')
  return parts.length <= deepest && parts.every(isPlain) ? parts.join('/') : undefined
}

function isPlain(part: string): boolean {
  return (
    /^[^\p{Cc}:*?"<>|]+$/u.test(part) &&
    !/^\.{1,2}$|[. ]$/.test(part) &&
    !devices.test(part) &&
    new TextEncoder().encode(part).length <= longestPartBytes
  )
}
