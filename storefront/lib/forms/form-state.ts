/** What a form gets back: everything that was typed, a sentence beside each field that needs another look, and one above them all. */
export interface FormState {
  values: Record<string, string>
  errors: Record<string, string>
  message: string | null
  /** The message says that it is done, not what went wrong. */
  done?: boolean
}

export const BLANK_FORM: FormState = { values: {}, errors: {}, message: null }

/** The typed texts of a form, trimmed. Passwords and the framework's own fields are left out, so they are never sent back. */
export function textsOf(form: FormData): Record<string, string> {
  const typed = [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === "string")
  return Object.fromEntries(typed.filter(([name]) => !name.startsWith("$") && !name.includes("password")).map(([name, text]) => [name, text.trim()]))
}

export function refused(values: Record<string, string>, errors: Record<string, string>, message: string | null = null): FormState {
  const count = Object.keys(errors).length
  return { values, errors, message: message ?? (count > 0 ? `还有 ${count} 处需要修改` : null) }
}

interface Issue {
  path: PropertyKey[]
  message: string
}

/** The first fault of each field, in our own words where `sentences` has some for its path, else the schema's. */
export function errorsOf(issues: readonly Issue[], sentences: Record<string, string> = {}): Record<string, string> {
  const named = issues.map(({ path, message }) => [String(path.at(-1) ?? "form"), sentences[path.join(".")] ?? message] as const)
  return Object.fromEntries([...named].reverse())
}
