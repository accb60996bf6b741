import { refusal } from "@fupin/access"
import { ERRORS, type ErrorCode } from "@fupin/contract/codes"

/** As much of a zod schema as is needed to read with it. */
interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } }
}

/** Reads a query by its contract; the refusal names the field, never the value. Error: `code`. */
export function readInput<T>(schema: Schema<T>, value: unknown, code: ErrorCode = "invalid_input"): T {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw refusal("invalid_data", code, issue ? `${issue.path.join(".")}: ${issue.message}` : ERRORS[code])
}
