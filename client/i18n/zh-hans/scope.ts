import type { Texts } from '../en/messages.ts'
import type { scope as english } from '../en/scope.ts'

export const scope: Texts<typeof english> = {
  scope: {
    title: '范围',
    whole: '整个店群（{{count}}家）',
    tray_one: '托盘中的{{count}}家店铺',
    tray_other: '托盘中的{{count}}家店铺',
    leaves: '涉及：{{shops}}。',
    leftOut: '未纳入：{{shops}}。',
    lost_one: '{{shop}}与{{to}}仅经由未纳入的{{count}}家店铺同属一处：包内不会显示这一点。',
    lost_other: '{{shop}}与{{to}}仅经由未纳入的{{count}}家店铺同属一处：包内不会显示这一点。',
    targets_one: '仅由未纳入店铺指向的{{count}}处工厂或地点亦不纳入。',
    targets_other: '仅由未纳入店铺指向的{{count}}处工厂或地点亦不纳入。',
    shared: '未纳入的店铺也指向其中一些工厂或地点；该处数目为整个店群的。',
    note: '未纳入的店铺在线索中仅以编号出现，与店群之外的店铺相同。',
    elsewhere_one: '托盘中另有{{count}}家店铺不属于本店群；一条线索只涉及一个店群。',
    elsewhere_other: '托盘中另有{{count}}家店铺不属于本店群；一条线索只涉及一个店群。',
    of: '店群中的{{own}}家店铺：{{shops}}',
    about: '范围',
    shopsOf: '{{all}}家中的{{own}}家',
  },
}
