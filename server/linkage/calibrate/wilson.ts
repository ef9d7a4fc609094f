/** The 97.5 % point of the normal distribution. */
const z = 1.959963984540054

/**
 * Wilson's 95 % score interval of a share seen in n trials (Wilson 1927, doi:10.1080/01621459.1927.10502953; recommended for small n by Brown,
 * Cai and DasGupta 2001, doi:10.1214/ss/1009213286). n may be an effective size, and is above 0; both ends lie in 0 … 1 and enclose the share.
 */
export function wilson(share: number, n: number): { low: number; high: number } {
  const centre = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + (z / (2 * n)) ** 2)
  return {
    low: Math.max(0, Math.min(share, centre - half)),
    high: Math.min(1, Math.max(share, centre + half)),
  }
}
