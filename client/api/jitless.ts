import { z } from 'zod'

// Compiled parsers need `new Function`, which the page's content security policy forbids. This module
// comes first in main.tsx, because zod asks the question when the first schema is made.
z.config({ jitless: true })
