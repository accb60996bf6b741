import type { ErrorCode } from "@fupin/contract/codes"
import type { z } from "zod"
import { messageOf, Refusal } from "./client"

/** What is wrong with a form: beside each field, by its name, and with the whole. */
export interface Faults {
  fields: Record<string, string>
  form: string | null
}

export const NO_FAULTS: Faults = { fields: {}, form: null }

export class Faulty extends Error {
  constructor(readonly fields: Record<string, string>) {
    super("请更正标红的内容")
  }
}

/** The input as its contract reads it; throws the faults beside their fields, with `own` that the form found itself. The server checks again. */
export function checked<Schema extends z.ZodType>(schema: Schema, input: z.input<Schema>, own: Record<string, string> = {}): z.output<Schema> {
  const read = schema.safeParse(input)
  if (read.success && Object.keys(own).length === 0) return read.data
  const issues = read.error?.issues.toReversed() ?? []
  throw new Faulty({ ...Object.fromEntries(issues.map(({ path, message }) => [path.join("."), /\p{Script=Han}/u.test(message) ? message : "请填写，并检查格式"])), ...own })
}

/** Where each refusal belongs; what has no place is said below the form. */
export function faultsOf(error: unknown, fieldOf: Partial<Record<ErrorCode, string>>): Faults {
  if (error instanceof Faulty) return { fields: error.fields, form: error.message }
  const field = error instanceof Refusal ? fieldOf[error.code] : undefined
  return field ? { fields: { [field]: messageOf(error) }, form: null } : { fields: {}, form: messageOf(error) }
}
