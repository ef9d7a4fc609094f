/** 相邻两次运行之间店铺聚合或分离的原因。 */
export const causes = {
  decision: '{{a}} 与 {{b}}：人工判定（{{was}} → {{is}}）',
  generic: '{{a}} 与 {{b}}：{{value}} 变为通用值（{{was}} → {{is}}）',
  shop_first_seen: '{{a}} 首次出现',
  shop_gone: '{{a}} 已不在数据中',
  link_gained: '{{a}} 与 {{b}}：新增关联（{{was}} → {{is}}）',
  link_lost: '{{a}} 与 {{b}}：失去关联（{{was}} → {{is}}）',
  grouping: '{{a}} 与 {{b}}：关联仍在（{{was}} → {{is}}），因防误合规则或过大整体的划分而改变',
  guard: '关联仍在，因防误合规则或过大整体的划分而改变',
  below: '未保留',
} as const
