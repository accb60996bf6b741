import { z } from "zod"

export const OccurrenceState = z.enum([
  "planned", "claimed", "placed", "delivered", "accepted", "paid", "skipped", "short", "rejected", "cancelled", "failed",
])
export type OccurrenceState = z.infer<typeof OccurrenceState>
