import type { RefusalCode, RefusalValues } from '../../../server/contract/problem.ts'
import { pages } from './pages.ts'
import { records } from './words.ts'

type DatasetCode = Exclude<
  RefusalCode,
  | `lead-${string}`
  | `outcome-${string}`
  | `right-${string}`
  | `stamp-${string}`
  | `${string}-may-not-go`
  | `${string}-territory-unsaid`
>
type Sentences = { readonly [C in DatasetCode]: (values: RefusalValues[C]) => string }

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、')
const found = (names: readonly string[]) => `文件中的列为：${quoted(names) || '（无）'}。`
const kindNamed = (kind: string) => named(records, kind)

function named(names: Readonly<Record<string, string>>, name: string): string {
  return names[name] ?? name
}

/** 数据集、文件、字段对应与撤回方面的拒绝说明。 */
export const datasetSentences: Sentences = {
  'dataset-nowhere': ({ path }) =>
    `${path} 处什么也没有；请指明含有 dataset.json 及数据文件的文件夹。`,
  'dataset-is-a-file': ({ path }) =>
    `${path} 是文件而不是数据集；请指明其 dataset.json 所在的文件夹。`,
  'dataset-name-twice': ({ name, folders }) =>
    `两个数据集都名为“${name}”（${folders.join('、')}），一个会取代另一个；请在其中一个的 dataset.json 中改名。`,
  'dataset-unknown': ({ dataset, loaded }) =>
    `没有载入过名为“${dataset}”的数据集；已载入的有：${quoted(loaded) || '（无）'}。`,
  'description-missing': ({ path }) =>
    `${path} 中没有 dataset.json，无从得知其中的文件是什么；请写明数据集的名称、来源、许可、数据日期与文件。`,
  'description-not-json': ({ path, because }) => `${path} 不是 JSON（${because}），请更正。`,
  'description-invalid': ({ path, issues }) => `${path} 没有正确描述数据集：${issues}。`,
  'description-file-twice': ({ path, file }) =>
    `${path} 中 ${file} 写了两次，而每个文件的行只属一类；请只保留一项；工作簿可在每一项中写明不同的 "sheet"，NDJSON 可用 "each" 写明各项取哪个列表的元素为行。`,
  'mapping-unknown-fields': ({ file, fields, kind, known }) =>
    `${file} 对应到了${quoted(fields)}，而“${kindNamed(kind)}”类的行没有这样的字段；可用字段为：${known.join('、')}。`,
  'mapping-field-twice': ({ file, field }) =>
    `${file} 的“${field}”同时给出了列和固定值；请只保留一个。`,
  'mapping-missing-columns': ({ file, columns, found: there }) =>
    `dataset.json 写明的列${quoted(columns)}在 ${file} 中不存在；${found(there)}`,
  'mapping-repeated-column': ({ file, column }) =>
    `${file} 中有两列都名为“${column}”，无从得知指的是哪一列；请将其中一列改名。`,
  'mapping-missing-fields': ({ file, fields, kind, found: there }) =>
    `${file} 没有任何列提供${quoted(fields)}，而“${kindNamed(kind)}”类的每一行都需要它；${found(there)}`,
  'file-without-lists': ({ file, each }) =>
    `${file} 的行由单元格组成，没有对象列表，因此 "each"：“${each}” 在此没有意义；请删去，或改用 NDJSON（每行一个对象）。`,
  'file-missing': ({ file }) => `dataset.json 写明了 ${file}，但没有这个文件；请补上，或删去该项。`,
  'file-outside': ({ file }) =>
    `dataset.json 写明的 ${file} 在其文件夹之外；数据集只包含自己的文件。`,
  'file-empty': ({ file }) => `${file} 是空的，没有表头，无从得知各列是什么；请在第一行写上列名。`,
  'file-encoding-unknown': ({ file }) =>
    `${file} 既不是 UTF-8、UTF-16，也不是 GB18030 文本；请另存为 UTF-8，或指明其编码。`,
  'file-header-broken': ({ file, because }) => `${file} 的表头有误（${because}），请更正文件。`,
  'file-not-by-line': ({ file }) =>
    `${file} 是不分行的 JSON；请每行写一个对象，外面不加方括号，之间不加逗号，文件名以 .ndjson 结尾。`,
  'file-of-no-kind': ({ file }) =>
    `${file} 不属于可读取的文件类型；文件名须以 .csv、.tsv、.txt、.ndjson、.jsonl（均可另加 .gz）或 .xlsx 结尾。`,
  'file-other-spreadsheet': ({ file }) =>
    `${file} 是不能读取的电子表格类型；请另存为 XLSX 或 CSV。`,
  'file-inflates': ({ file, packed, most }) =>
    `${file} 只有 ${packed} 字节，解压后却超过 ${most} 字节，正常文件不会如此；请先自行解压查看。`,
  'file-no-workbook': ({ file }) =>
    `${file} 不是可读取的 XLSX 工作簿：可能不完整、设有密码，或是旧的 XLS 格式；请另存为 XLSX 或 CSV。`,
  'file-other-zip': ({ file }) => `${file} 是 zip 压缩包，不是 XLSX 工作簿；请另存为 XLSX 或 CSV。`,
  'workbook-broken': ({ file, because }) =>
    `${file} 不是可读取的 XLSX 工作簿（${because}）；请另存为 XLSX 或 CSV。`,
  'workbook-too-large': ({ file, most }) =>
    `${file} 解压后超过 ${most} 字节，超出工作簿的读取上限；请另存为 CSV。`,
  'workbook-without-sheet': ({ file }) => `${file} 中没有工作表；请重新另存为 XLSX，或存为 CSV。`,
  'sheet-missing': ({ file, sheet, found: there }) =>
    `${file} 中没有名为“${sheet}”的工作表；现有工作表：${quoted(there) || '（无）'}。`,
  'upload-without-description': () =>
    '所发送的内容中没有 dataset.json，无从得知其中的文件是什么；请写明数据集的名称、来源、许可、数据日期与文件。',
  'forget-nothing': ({ what }) =>
    what === 'dataset'
      ? '该数据集没有可以彻底删除的内容：现行内容在被取代或撤回之前保留。'
      : '没有可以彻底删除的内容：从未载入过此项，或已删除。',
  'forget-held': ({ files }) =>
    `未删除任何内容：与之有关的证据处于保全状态（${files.join('、')}）；如可解除，请先解除保全。`,
  'forget-sealed': ({ leads }) =>
    `未删除任何内容：已封存的线索可能以此为依据（${leads.join('、')}），已送出的内容必须可以证明。`,
  'forget-changed': ({ seen, found: there }) =>
    `未删除任何内容：此前显示的是 ${seen} 个记录版本，现在有 ${there} 个；请重新查看将被删除的内容。`,
  'map-nowhere': ({ path }) =>
    `${path} 处没有文件；请指明写有图中哪些标签和关系是哪类行的 JSON 文件。`,
  'map-table-twice': ({ path, table }) =>
    `${path} 以同一名称两次读取 ${table}，一个会取代另一个；请为其中一个写上 "name"。`,
  'fetched-nowhere': ({ path }) =>
    `${path} 中没有 \`revenant adopt\` 取得的内容；请运行该命令，由它自行移交。`,
  'graph-unnamed': ({ path }) =>
    `${path} 没有写 "graph"；请写上图的地址，例如 neo4j://host:7687?database=neo4j，或用 --graph 给出。`,
  'graph-is-store': ({ graph }) =>
    `${graph} 是 Revenant 自己的库，不是他人的图；复制请用 \`revenant copy\`。`,
  'graph-is-target': ({ graph }) =>
    `${graph} 既是要读取的图，又是要写入的库，而对读取的图不会写入任何内容；请用 --store 指明另一个库。`,
  'graph-label-missing': ({ graph, label, found: there }) =>
    `${graph} 中没有标签为“${label}”的节点；已有的标签为：${quoted(there) || '（无）'}。`,
  'graph-type-missing': ({ graph, type, found: there }) =>
    `${graph} 中没有类型为“${type}”的关系；已有的类型为：${quoted(there) || '（无）'}。`,
  'graph-pattern-empty': ({ graph, pattern, found: there }) =>
    `${graph} 中没有符合 ${pattern} 的内容；该类型的关系为：${there.join('、')}。`,
  'graph-properties-missing': ({ pattern, properties, found: there }) =>
    `${pattern} 没有属性${quoted(properties)}；已有的属性为：${quoted(there) || '（无）'}。`,
  'job-stopped': () => pages.imports.stopped,
}
