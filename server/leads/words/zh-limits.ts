import type { LimitWords } from './en-limits.ts'

function named(model: string): string {
  if (model.startsWith('learnt-weights')) return `${model}（权重由本数据学得）`
  if (!model.startsWith('usual-weights')) return model
  return `${model}（通用权重：数据太少，无法从中学习）`
}

/** 未核查事项。 */
export const chineseLimits: LimitWords = {
  scope: (own, all) =>
    `本线索涉及团组${all}家店铺中的${own}家，由作者选定。其余${all - own}家与团组之外的店铺一样仅以编号出现，有关它们的记录未纳入。所选店铺如何同属一处，仅依其相互之间的关联重新得出。`,
  scopeLost: (shop, to, through) =>
    `${shop}与${to}之所以同属一个团组，仅经由本线索未纳入的${through}家店铺；包内没有任何内容表明两者同属一处。`,
  scopeTargets: (count) => `未纳入：${count}处仅由未纳入的店铺指向的工厂或地点。`,
  scopeShared:
    '未纳入的店铺也指向其中一些工厂或地点：该处包裹、购样和载明关系的数目及概率为整个团组的。',
  split: (leads) =>
    `该团组分为${leads}条线索，每家店铺、每个人和每笔金额只计入其中一条：见 subjects.csv 的 counted_in 列。本线索各关联的依据仍就整个团组叙述。`,
  approvedBy: (name) => `本线索在封存前由${name}批准。`,
  notApproved: '本线索未经第二人批准：起草者与封存者为同一人。',
  withheldValues: (what, count) =>
    `对本接收方，有 ${count} 个值在所有出现处均以编号代替：[${what} 1] 至 [${what} ${count}]。各行的哈希值为原始行的哈希值，原始行由发送方保存。`,
  signed: (key) =>
    `本包以密钥 ${key} 签名。签名说明本包由持有该密钥者封存，且封存后未被改动；该密钥属于何人，请与发送方通过其他途径提供的指纹比对。签名不能说明封存时间：如曾申请可信时间戳，则存于本包旁同名的.tsr文件中。`,
  unsigned:
    '本包未签名。其哈希值只能说明封存后是否改动，不能说明由谁、何时封存。请通过其他途径向发送方索取压缩包的SHA-256并加以比对。',
  inferred:
    '店铺由谁控制从未被直接观察到。凡涉及控制者或重新出现的陈述，均由记录推得并附概率；未给出概率的，即未计算。',
  unchecked: (model) =>
    `概率由模型${named(model)}给出，在此尚未以标注核对：本数据中的重新出现或同一控制者均未经独立证实。`,
  checked: (model, labels) => `概率由模型${named(model)}给出，并以${labels}条标注核对。`,
  halfLoaded: (files) =>
    `本次运行时，以下文件的导入或撤回尚未完成，存储中可能只有其部分内容，或混有其旧版本的内容：${files.join('；')}。`,
  fewShops: (shops) =>
    `本次运行仅比对了${shops}家店铺，数量较少。在同等规模、卖家更换大部分身份要素的合成市场中，概率约为95%的关联最多有八分之一存在于互不相干的店铺之间，不足十家店铺时超过三分之一：一名代办人的五个客户，与一个卖家的五家店铺看起来相同。`,
  independence:
    '“各环节同时成立”的概率以各环节相互独立为前提。若数个环节背后为同一人，则并不独立，实际概率介于该数值与最弱环节之间。',
  asOf: (date, run) =>
    `全部内容按${date}时的情况计算（第${run}次运行），仅依据已载入的数据。数据以外的店铺、关闭和平台不在其中。`,
  ungraded:
    '来源均未评级：无人在此判断文件是否可靠。文件及其行只说明来源曾如此记载，不说明其真实。',
  originals: (rows, files) =>
    `包内不含来源文件，仅含被引用的${rows}行（来自${files}个文件）以及各文件载入时的哈希值。`,
  oneFile: '全部证据来自一个文件：同一文件的各行不能相互独立印证。',
  oneFamily: (family) => `全部关联仅依据一类证据（${family}），没有独立的另一类证据加以印证。`,
  unknownChannels: (channels) =>
    `以下比对项在所主张的关联中均非两端有值，因此既不支持也不反对：${channels}。`,
  notCompared:
    '商品图片仅按来源所给的编号比对，商品标题仅按其用词比对，价格仅按各店的中位标价比对；图片本身和资金流向未经比对。',
  strangers: (shops) => `团组以外的${shops}家店铺仅以编号表示。`,
  strangeIdentities: (identities) => `团组以外的${identities}名个人或企业仅以编号表示。`,
  outsideLinks: (links) => `团组店铺与外部店铺之间的${links}条关联未列入。`,
  bridges: (count) => `与外部店铺合并的${count}项建议未列入：未通过防护规则，也无人确认。`,
  withheldRecords: (count) => `${count}条记录因涉及他人而未列入。`,
  withheldFields:
    '记录中的包裹收件人以及本线索未列出的账户、个人和企业已隐去；哈希值为完整行的哈希值。',
  roles: '角色均为人所陈述，并非由程序得出，此处也没有任何结果由其计算而来。',
  withheldRoles: (count) => `未向本接收方提供：${count}项由人作出的角色陈述。`,
  missingRecords: (count) => `图中引用的${count}条记录未能提供，不在包内。`,
  omitted: (count) => `团组周围的事物或关于其店铺的记录有${count}项因数量过多未能读取，未列入。`,
  unsupported: (count, texts) => `${count}项陈述因包内无记录支持而未列入：${texts}`,
  quarantined: (rows, fields) =>
    `载入所引文件时，有${rows}行无法读取，${fields}个值被拒绝，均不在图中。`,
  generic: (names) => `以下各项由过多店铺共有，作为身份依据不计分：${names}。`,
  noSupply: '记录中未发现工厂或供货地点。',
  supplyWeighed:
    '工厂的概率在记录所指向的各工厂与“没有记录指向的工厂”之间分配。各类记录的分值由合成市场学得，未经已决案件检验。',
  supplyUnweighed: '未计算货物来源的概率：计数只说明有多少指向该处，不说明可能性大小。',
  noTestBuy: '记录中没有向这些店铺的购样：货物真伪未经检验。',
  someTestBuys: (tested, shops) => `${shops}家店铺中有${tested}家有购样记录。`,
  noCounters: '记录中没有不利于主张的内容。这并不表示不存在：仅比对了所列各项。',
  emptyTable: (file) => `包内没有${file}：没有相应记录。`,
  formats:
    '关系图以CSV、GEXF、GraphML、FollowTheMoney和ANX多种格式提供。ANX文件依公开资料编写，未在i2中测试；如无法打开，请用CSV文件。FollowTheMoney文件中，未经人确认的匹配仅为候选（Similar），不含身份证件号码，也不给任何人加标签。',
  unstatedSystem: (places) =>
    `地图和places.geojson中有${places}处地点的来源未注明坐标系，按WGS-84处理。若坐标取自中国地图（GCJ-02、BD-09），则与实际位置相差数百米。`,
  unknownSystem: (places) => `${places}处地点的坐标系不明，未列入places.geojson。`,
  noLaw:
    '金额仅与配置的参考数值并列，未与任何法定标准比较。注册权利按各行所载列出，未向注册机关查证。未指明管辖机关。',
  glyphs: '卷宗字体缺少的字符以编号表示，如[U+20BB7]。准确的值见lead.json和records.ndjson。',
  spreadsheets:
    'CSV文件中可能被表格软件当作公式执行或当作数字截断的值前加撇号，换行改为空格，电话号码不带开头的+。',
}
