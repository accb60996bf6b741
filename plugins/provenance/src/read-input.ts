import { refusal } from "@fupin/access"
import type { z } from "zod"

/** Checks what a caller inside the house hands in by the same schema as the wire. Error: invalid_input, with where and why. */
export function readInput<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw refusal("invalid_data", "invalid_input", `${issue!.path.join(".")}：${issue!.message}`)
}
