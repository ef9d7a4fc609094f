/**
 * Work that falls into pieces which any thread can do: what a task takes can be posted to another, and what it gives for a piece depends on that alone. `begin` is called once
 * by whoever does any of the pieces, for what it needs beside them.
 */
export interface Task<Input, Piece, Output> {
  /** By which another thread finds it. */
  readonly name: string
  readonly begin: (input: Input) => (piece: Piece) => Output
}

/** Who does the pieces: the thread that asks, and others beside it where there are any. */
export interface Hands {
  /** What a task gives for each of its pieces, in their order: the same however many hands there are. `tell` hears every now and then how many are done. */
  each<Input, Piece, Output>(
    task: Task<Input, Piece, Output>,
    input: Input,
    pieces: readonly Piece[],
    tell?: (done: number) => void,
  ): Output[]
}

/** The thread that asks, alone. */
export const oneHand: Hands = {
  each(task, input, pieces, tell) {
    const work = task.begin(input)
    return pieces.map((piece, place) => {
      const output = work(piece)
      tell?.(place + 1)
      return output
    })
  },
}
