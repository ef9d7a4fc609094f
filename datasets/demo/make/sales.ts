import { type DemoRows, parts } from './rows.ts'

/**
 * What the shops of Golden Lotus sold, as three sources say it: order logs that a platform handed over, with and without refunds; its public counters, which count what was
 * never shipped too; and one estimate. Of three shops nobody says it.
 */
export function sales(rows: DemoRows): void {
  const sale = (shop: string, from: string, to: string, basis: string, figures: Figures) => {
    const [platform, shopId] = parts(shop)
    const { gross, refunded, brushing, cost, ...more } = figures
    rows.sale.push({
      platform,
      shop_id: shopId,
      from,
      to,
      basis,
      currency: 'CNY',
      gross: money(gross),
      refunded: money(refunded),
      suspected_brushing: money(brushing),
      cost: money(cost),
      ...more,
    })
  }
  sale('weigou/3355', '2023-08-03', '2023-12-31', 'orders', {
    ...{
      orders: 412,
      units: 437,
      gross: 191_406,
      refunded: 23_652,
      brushing: 41_610,
      cost: 39_330,
    },
  })
  sale('weigou/3355', '2024-01-01', '2024-01-20', 'orders', {
    ...{ orders: 58, units: 61, gross: 26_718, refunded: 4_818, brushing: 3_504, cost: 5_490 },
  })
  sale('weigou/7720', '2024-02-17', '2024-07-02', 'orders', {
    ...{ orders: 530, units: 566, gross: 271_680, refunded: 31_104 },
  })
  sale('pinlane/40217', '2024-08-09', '2025-02-14', 'public_counter', {
    ...{ units: 1_240, gross: 593_960 },
  })
  sale('weigou/12903', '2025-03-20', '2025-11-14', 'orders', {
    ...{
      orders: 890,
      units: 951,
      gross: 500_226,
      refunded: 62_068,
      brushing: 88_894,
      cost: 98_904,
    },
  })
  sale('weigou/12903', '2025-03-20', '2025-11-14', 'public_counter', {
    ...{ units: 1_604, gross: 843_704 },
  })
  sale('jushi/88213', '2026-01-07', '2026-03-07', 'estimate', { units: 150, gross: 76_500 })
}

interface Figures {
  readonly orders?: number
  readonly units?: number
  readonly gross: number
  readonly refunded?: number
  readonly brushing?: number
  readonly cost?: number
}

function money(amount: number | undefined): string | undefined {
  return amount?.toFixed(2)
}
