import type { GraphNode } from '../../domain/graph.ts'

/**
 * Words for goods that can hurt people when they are counterfeit, as sources write categories, in English and Chinese: what is eaten, put on the skin, given to
 * children, plugged in, worn for protection or built into a vehicle. The classes are those that OECD and EUIPO tell as dangerous fakes (2022, doi:10.1787/117e352b-en);
 * a category that none of these words is part of counts as harmless.
 */
const words = [
  ...[
    'cosmetic',
    'perfume',
    'skin',
    'make-up',
    'makeup',
    'shampoo',
    'hygiene',
    '化妆',
    '美妆',
    '护肤',
    '香水',
    '洗护',
  ],
  ...[
    'food',
    'snack',
    'drink',
    'beverage',
    'alcohol',
    'wine',
    'supplement',
    'formula',
    '食品',
    '零食',
    '饮料',
    '酒',
    '保健',
    '奶粉',
  ],
  ...[
    'medic',
    'pharma',
    'drug',
    'health',
    'lens',
    'tobacco',
    'cigarette',
    '药',
    '医',
    '健康',
    '烟',
  ],
  ...['toy', 'baby', 'infant', 'child', 'kids', '玩具', '婴', '母婴', '儿童', '童装'],
  ...[
    'electr',
    'charger',
    'battery',
    'power',
    'headphone',
    'earphone',
    'phone',
    'lamp',
    'light',
    '电',
    '充电',
    '耳机',
    '灯',
  ],
  ...['helmet', 'protective', 'mask', 'safety', '头盔', '防护', '口罩', '安全'],
  ...[
    'car',
    'auto',
    'motor',
    'brake',
    'tyre',
    'tire',
    'airbag',
    '汽车',
    '车载',
    '摩托',
    '刹车',
    '轮胎',
  ],
  ...['pesticide', 'chemical', '农药', '化工'],
] as const

/** Latin words begin at the start of a word, so that `car` is not found in `scarf`; Chinese ones stand anywhere. */
const pattern = new RegExp(
  words.map((word) => (/^[a-z]/.test(word) ? `(?<![a-z])${word}` : word)).join('|'),
)
/** Words that only begin like one of those. */
const harmless = /(?<![a-z])(?:card|carpet|carv|cartoon|lights?weight|lighter case)[a-z]*/g

/** Whether a shop sells goods that harm health or safety, by the categories that sources give it. */
export function sellsSafetyGoods({ properties: { categories } }: GraphNode): boolean {
  const all = Array.isArray(categories) ? categories : [categories]
  return all.some(
    (category) =>
      typeof category === 'string' &&
      pattern.test(category.toLowerCase().normalize('NFKC').replace(harmless, '')),
  )
}
