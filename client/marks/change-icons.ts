import {
  IconArrowBackUp,
  IconArrowDownRight,
  IconArrowsJoin,
  IconArrowsShuffle,
  IconArrowsSplit,
  IconArrowUpRight,
  IconEqual,
  IconPlus,
  IconX,
} from '@tabler/icons-react'

/** What became of a ring, as signs. */
export const changeIcons = {
  new: IconPlus,
  returned: IconArrowBackUp,
  merged: IconArrowsJoin,
  split: IconArrowsSplit,
  grown: IconArrowUpRight,
  shrunk: IconArrowDownRight,
  regrouped: IconArrowsShuffle,
  retired: IconX,
  unchanged: IconEqual,
} as const
