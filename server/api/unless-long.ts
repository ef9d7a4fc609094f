/** Who asks how the server is does not wait longer for what it counts. */
const patienceMs = 1_000

/** The value, or undefined where it is not there after so many milliseconds: it goes on being worked out. */
export async function unlessLong<T>(value: Promise<T>, most = patienceMs): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), most)
  })
  try {
    return await Promise.race([value, late])
  } finally {
    clearTimeout(timer)
  }
}
