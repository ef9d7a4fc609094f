/** SQL for the prefix of a key, with its colon: `kindOf` reads the kind from it. */
export function prefixOf(column: string): string {
  return `substr(${column}, 1, instr(${column}, ':'))`
}
