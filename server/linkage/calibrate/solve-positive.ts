/**
 * x of A·x = b for a symmetric positive definite A given row by row, by Cholesky's factors. What rounding has made no longer positive is taken
 * for a direction in which nothing moves.
 */
export function solvePositive(matrix: readonly number[], right: readonly number[]): Float64Array {
  const size = right.length
  const factor = factorOf(matrix, size)
  const solution = Float64Array.from(right)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) subtract(solution, i, factor[i * size + j], j)
    solution[i] = divided(solution[i], factor[i * size + i])
  }
  for (let i = size - 1; 0 <= i; i--) {
    for (let j = i + 1; j < size; j++) subtract(solution, i, factor[j * size + i], j)
    solution[i] = divided(solution[i], factor[i * size + i])
  }
  return solution
}

/** The lower triangle L of A = L·Lᵀ. */
function factorOf(matrix: readonly number[], size: number): Float64Array {
  const factor = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j] ?? 0
      for (let k = 0; k < j; k++) rest -= (factor[i * size + k] ?? 0) * (factor[j * size + k] ?? 0)
      factor[i * size + j] =
        i === j ? Math.sqrt(Math.max(0, rest)) : divided(rest, factor[j * size + j])
    }
  }
  return factor
}

function subtract(values: Float64Array, i: number, times = 0, j: number): void {
  values[i] = (values[i] ?? 0) - times * (values[j] ?? 0)
}

function divided(part = 0, by = 0): number {
  return by === 0 ? 0 : part / by
}
