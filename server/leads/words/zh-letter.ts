import type { LetterWords } from './en-letter.ts'

/** 移送函。 */
export const chineseLetter: LetterWords = {
  title: (id) => `线索移送函 ${id}`,
  underScope: (own, all) => `关于由${all}家店铺组成的团组中的${own}家`,
  under: (size) => `关于由${size}家店铺组成的团组`,
  handlingCode:
    'TLP:AMBER+STRICT。仅限收件单位内部、且仅限经办人员查阅。含有未经陈述申辩者的个人信息；未与发送方商议前，请勿接触文中所列人员。',
  asked: '请贵方',
  askedFor: [
    '先核验本包（VERIFY.md），并以通过其他途径取得的校验值比对。',
    '告知是否受理，以及由何人经办。',
    '凡仅由记录推得的内容，请先核查再作依据，尤其是未经检验的店铺。',
    '告知结果，未有发现时亦请告知，以便更正记录。',
  ],
  standing: '已检验的与仅为推断的',
  standingIntro: '各店铺由何人控制，从未被直接观察到。据现有记录，各店铺货物的情况如下：',
  standings: {
    verified: '封存前90天内已检验：假货',
    earlier: '更早前已检验：假货',
    genuine: '已检验：正品',
    open: '已购样，尚无结论',
    closed: '未检验：因售假被平台关闭',
    inferred: '未检验：仅由团组推得',
    untested: '未检验：团组内亦无售假记录',
  },
  none: '无',
  shops: (count) => `${count}家：`,
  separator: '；',
  more: (count) => `；另有${count}家，见卷宗第5节`,
  enclosed: '附件',
  enclosedText: (claims, counters) =>
    `中英文卷宗，含${claims}项编号陈述和${counters}项不利内容，各附所依据的行；供计算机和常用分析工具读取的同样内容；所引的行；未核查事项（limits.md）。`,
  notAFinding:
    '本函所附为供核查的线索，并非认定，不表示任何人违反法律。如有更正，发送方将告知并发送新版本。',
}
