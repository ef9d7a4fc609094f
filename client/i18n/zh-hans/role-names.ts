/** 由人陈述的角色。 */
export const roleNames = {
  controls: '控制人',
  organiser: '组织者',
  maker: '生产者',
  label_supplier: '商标标识供应者',
  storekeeper: '仓储者',
  seller: '销售者',
  promoter: '推广者',
  payee: '收款者',
  courier: '运输者',
  nominee: '挂名者',
} as const
