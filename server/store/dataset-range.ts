/** The ids of a dataset's sources lie from `from` up to and without `to`: they are `name/path`, no name holds `/`, and `0` is the character after it. */
export function rangeOf(dataset: string): { readonly from: string; readonly to: string } {
  return { from: `${dataset}/`, to: `${dataset}0` }
}
