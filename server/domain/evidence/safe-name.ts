const longest = 80

/** What stands beside the file, and what some file systems take for a device. */
const taken = /^(meta\.json|(con|prn|aux|nul|com\d|lpt\d)(\..*)?)$/i

/**
 * The name of a file as a package can hold it: letters, digits, `.`, `_` and `-`, beginning with a letter or digit, no longer than 80
 * characters, with its ending kept. What does not fit becomes `_`; the name as it was stands in `meta.json`.
 */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .normalize('NFKC')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^[^A-Za-z0-9]+/, '')
    .replace(/[^A-Za-z0-9]+$/, '')
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? ''
  const stem = plain.slice(0, plain.length - ending.length).slice(0, longest - ending.length)
  return taken.test(`${stem}${ending}`) || stem === ''
    ? `file-${stem}${ending}`
    : `${stem}${ending}`
}
