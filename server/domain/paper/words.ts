import { z } from 'zod'

/** A person as people write one: never checked against a list, as nobody signs in here. */
export const Person = z.string().trim().min(1).max(200)

/** A name that people give to something of theirs. */
export const Title = z.string().trim().min(1).max(200)

/** A sentence or a few that people write. */
export const Wording = z.string().trim().min(1).max(4_000)
