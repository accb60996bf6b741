import { refusal } from "@fupin/access"
import { OccurrenceQuery } from "@fupin/contract/schemas"
import type { MedusaRequest } from "@medusajs/framework/http"
import type { z } from "zod"

/** The query of a request, checked by its contract. Error: invalid_input with the first fault. */
export function validQuery<Schema extends z.ZodType>(req: MedusaRequest, schema: Schema): z.infer<Schema> {
  const read = schema.safeParse(req.query)
  if (read.success) return read.data
  const [fault] = read.error.issues
  throw refusal("invalid_data", "invalid_input", `${fault!.path.join(".")}: ${fault!.message}`)
}

/** The filter of a list of occurrences, beside those of scope. */
export function occurrenceFilter(query: OccurrenceQuery): Record<string, unknown> {
  const { from, to, state, standing_order_id } = query
  const dates = { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) }
  return { ...(from || to ? { delivery_date: dates } : {}), ...(state ? { state } : {}), ...(standing_order_id ? { standing_order_id } : {}) }
}

export { OccurrenceQuery }
