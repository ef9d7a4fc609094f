interface InFile {
  readonly file: string
}

interface WithReason {
  readonly path: string
  /** What the reader of the text said, in English. */
  readonly because: string
}

interface InGraph {
  /** Address of a server and database that somebody else keeps; never a password. */
  readonly graph: string
}

interface Missing {
  /** What there is instead. */
  readonly found: readonly string[]
}

/** What each refusal of a dataset, of its files and of taking it back fills its sentence with. */
export interface DatasetRefusalValues {
  readonly 'dataset-nowhere': { readonly path: string }
  readonly 'dataset-is-a-file': { readonly path: string }
  readonly 'dataset-name-twice': { readonly name: string; readonly folders: readonly string[] }
  readonly 'dataset-unknown': { readonly dataset: string; readonly loaded: readonly string[] }
  readonly 'description-missing': { readonly path: string }
  readonly 'description-not-json': WithReason
  readonly 'description-invalid': { readonly path: string; readonly issues: string }
  readonly 'description-file-twice': InFile & { readonly path: string }
  readonly 'mapping-unknown-fields': InFile & {
    readonly kind: string
    readonly fields: readonly string[]
    readonly known: readonly string[]
  }
  readonly 'mapping-field-twice': InFile & { readonly field: string }
  readonly 'mapping-missing-columns': InFile & {
    readonly columns: readonly string[]
    readonly found: readonly string[]
  }
  readonly 'mapping-repeated-column': InFile & { readonly column: string }
  readonly 'mapping-missing-fields': InFile & {
    readonly kind: string
    readonly fields: readonly string[]
    readonly found: readonly string[]
  }
  readonly 'file-missing': InFile & { readonly folder: string }
  readonly 'file-outside': InFile
  readonly 'file-empty': InFile
  readonly 'file-encoding-unknown': InFile
  readonly 'file-header-broken': InFile & { readonly because: string }
  readonly 'file-not-by-line': InFile
  readonly 'file-without-lists': InFile & { readonly each: string }
  readonly 'file-of-no-kind': InFile
  readonly 'file-other-spreadsheet': InFile
  readonly 'file-inflates': InFile & { readonly packed: number; readonly most: number }
  readonly 'file-no-workbook': InFile
  readonly 'file-other-zip': InFile
  readonly 'workbook-broken': InFile & { readonly because: string }
  readonly 'workbook-too-large': InFile & { readonly most: number }
  readonly 'workbook-without-sheet': InFile
  readonly 'sheet-missing': InFile & { readonly sheet: string; readonly found: readonly string[] }
  readonly 'upload-without-description': Readonly<Record<string, never>>
  readonly 'forget-nothing': { readonly what: string }
  /** First eight digits of the SHA-256 of each file. */
  readonly 'forget-held': { readonly files: readonly string[] }
  readonly 'forget-sealed': { readonly leads: readonly string[] }
  /** Versions that were shown, and that there are. */
  readonly 'forget-changed': { readonly seen: number; readonly found: number }
  readonly 'map-nowhere': { readonly path: string }
  readonly 'map-table-twice': { readonly path: string; readonly table: string }
  readonly 'fetched-nowhere': { readonly path: string }
  readonly 'graph-unnamed': { readonly path: string }
  readonly 'graph-is-store': InGraph
  readonly 'graph-is-target': InGraph
  readonly 'graph-label-missing': InGraph & Missing & { readonly label: string }
  readonly 'graph-type-missing': InGraph & Missing & { readonly type: string }
  readonly 'graph-pattern-empty': InGraph & Missing & { readonly pattern: string }
  readonly 'graph-properties-missing': Missing & {
    readonly pattern: string
    readonly properties: readonly string[]
  }
  readonly 'job-stopped': Readonly<Record<string, never>>
}

type Sentences = {
  readonly [C in keyof DatasetRefusalValues]: (values: DatasetRefusalValues[C]) => string
}

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')
const someNames = 40

/** The first of names that somebody else gave, and how many more there are. */
function some(names: readonly string[]): string {
  const shown = quoted(names.slice(0, someNames)) || 'none'
  const more = names.length - someNames
  return 0 < more ? `${shown} and ${more} more` : shown
}

const found = (names: readonly string[]) => `the columns found are ${quoted(names)}.`

export const datasetSentences: Sentences = {
  'dataset-nowhere': ({ path }) =>
    `There is nothing at ${path}; name a folder that holds a dataset.json and its data files.`,
  'dataset-is-a-file': ({ path }) =>
    `${path} is a file and not a dataset; name the folder that holds its dataset.json.`,
  'dataset-name-twice': ({ name, folders }) =>
    `Two datasets are both named “${name}” (${folders.join(' and ')}), and one would replace the other; give one another name in its dataset.json.`,
  'dataset-unknown': ({ dataset, loaded }) =>
    `Nothing is loaded from a dataset “${dataset}”; loaded are: ${quoted(loaded) || 'none'}.`,
  'description-missing': ({ path }) =>
    `${path} holds no dataset.json, so nothing says what its files are; write one that names the set, its source, licence, asOf date and files.`,
  'description-not-json': ({ path, because }) => `${path} is not JSON (${because}); correct it.`,
  'description-invalid': ({ path, issues }) => `${path} does not describe a dataset: ${issues}.`,
  'description-file-twice': ({ path, file }) =>
    `${path} names ${file} twice, and each file has one record kind; keep one entry, or name in each another "sheet" of a workbook, or the list of NDJSON of which "each" element is a row.`,
  'mapping-unknown-fields': ({ file, fields, kind, known }) =>
    `${file} is mapped to ${quoted(fields)}, which a ${kind} record does not have; its fields are ${known.join(', ')}.`,
  'mapping-field-twice': ({ file, field }) =>
    `The description gives “${field}” of ${file} both a column and a constant; keep one of them.`,
  'mapping-missing-columns': ({ file, columns, found: there }) =>
    `dataset.json names ${columns.length === 1 ? 'the column' : 'the columns'} ${quoted(columns)}, which ${file} does not have; ${found(there)}`,
  'mapping-repeated-column': ({ file, column }) =>
    `${file} has two columns named “${column}”, and nothing says which one is meant; rename one of them.`,
  'mapping-missing-fields': ({ file, fields, kind, found: there }) =>
    `${file} has no column for ${quoted(fields)}, which every ${kind} record needs, and none is mapped to it; ${found(there)}`,
  'file-missing': ({ file, folder }) =>
    `dataset.json names ${file}, and there is no such file in ${folder}; add it or take its entry out.`,
  'file-outside': ({ file }) =>
    `dataset.json names ${file}, which lies outside its folder; a dataset holds its own files.`,
  'file-empty': ({ file }) =>
    `${file} is empty: it has no header, so nothing says what its columns are; write the column names into its first line.`,
  'file-encoding-unknown': ({ file }) =>
    `${file} is neither UTF-8, UTF-16 nor GB18030 text; save it as UTF-8, or name its "encoding", such as windows-1252, in dataset.json.`,
  'file-without-lists': ({ file, each }) =>
    `The rows of ${file} are cells and hold no lists of objects, so that "each": “${each}” means nothing there; take it out, or give the rows as NDJSON, one object a line.`,
  'file-header-broken': ({ file, because }) =>
    `The header of ${file} ${because}; correct the file.`,
  'file-not-by-line': ({ file }) =>
    `${file} is JSON that does not stand in lines; write one object a line, without brackets around them or commas between, into a file that ends in .ndjson.`,
  'file-of-no-kind': ({ file }) =>
    `${file} is of no kind that is read; its name must end in .csv, .tsv, .txt, .ndjson, .jsonl (each also packed, .gz) or .xlsx.`,
  'file-other-spreadsheet': ({ file }) =>
    `${file} is a spreadsheet of a kind that is not read; save it as XLSX or CSV.`,
  'file-inflates': ({ file, packed, most }) =>
    `${file} unpacks to more than ${most} bytes, which no honest file of ${packed} bytes does; unpack it yourself and look at it first.`,
  'file-no-workbook': ({ file }) =>
    `${file} is no XLSX workbook that can be read: it may be cut off, protected by a password, or of the older XLS kind; save it as XLSX or CSV.`,
  'file-other-zip': ({ file }) =>
    `${file} is a zip archive and no XLSX workbook; save it as XLSX or CSV.`,
  'workbook-broken': ({ file, because }) =>
    `${file} is no XLSX workbook that can be read (${because}); save it as XLSX or CSV.`,
  'workbook-too-large': ({ file, most }) =>
    `${file} unpacks to more than ${most} bytes, which is more than is read of a workbook; save it as CSV.`,
  'workbook-without-sheet': ({ file }) => `${file} has no sheet; save it again as XLSX, or as CSV.`,
  'sheet-missing': ({ file, sheet, found: there }) =>
    `dataset.json names the sheet “${sheet}”, which ${file} does not have; the sheets found are ${quoted(there) || 'none'}.`,
  'upload-without-description': () =>
    'What was sent holds no dataset.json, so nothing says what its files are; write one that names the set, its source, licence, asOf date and files.',
  'forget-nothing': ({ what }) =>
    what === 'dataset'
      ? 'There is nothing to forget of that dataset: what is current stays until it is replaced or withdrawn (`revenant withdraw`).'
      : `There is nothing to forget: no ${what} of that name was ever loaded, or it is forgotten already.`,
  'forget-held': ({ files }) =>
    `Nothing was forgotten: evidence about it is under hold (${files.join(', ')}); release the hold first, if it may be released.`,
  'forget-sealed': ({ leads }) =>
    `Nothing was forgotten: it may be what sealed leads stand on (${leads.join(', ')}), and what was sent has to be provable.`,
  'forget-changed': ({ seen, found: there }) =>
    `Nothing was forgotten: ${seen} versions of records were shown, and there are ${there} now; look again at what would be erased.`,
  'map-nowhere': ({ path }) =>
    `There is no file at ${path}; name the JSON file that says which labels and relations of the graph are rows of what.`,
  'map-table-twice': ({ path, table }) =>
    `${path} reads ${table} twice under one name, and one would replace the other; give one of them a "name".`,
  'fetched-nowhere': ({ path }) =>
    `${path} holds nothing that \`revenant adopt\` fetched; run it, and it hands over what it fetched itself.`,
  'graph-unnamed': ({ path }) =>
    `${path} names no "graph"; write its address there, such as neo4j://host:7687?database=neo4j, or give it with --graph.`,
  'graph-is-store': ({ graph }) =>
    `${graph} holds a store of Revenant and no graph of somebody else's; \`revenant copy\` copies it.`,
  'graph-is-target': ({ graph }) =>
    `${graph} is both the graph to read and the store to write to, and nothing is written to a graph that is adopted; name another store with --store.`,
  'graph-label-missing': ({ graph, label, found: there }) =>
    `${graph} has no node labelled “${label}”; the labels found are ${some(there)}.`,
  'graph-type-missing': ({ graph, type, found: there }) =>
    `${graph} has no relation of type “${type}”; the types found are ${some(there)}.`,
  'graph-pattern-empty': ({ graph, pattern, found: there }) =>
    `${graph} holds nothing like ${pattern}; relations of that type are ${there.join(', ')}.`,
  'graph-properties-missing': ({ pattern, properties, found: there }) =>
    `${pattern} has no property ${quoted(properties)}; the properties found are ${some(there)}.`,
  'job-stopped': () => 'The job was stopped before it was done; run it again, nothing is lost.',
}
