import "server-only"
import { refresh } from "next/cache"
import { ApiError } from "@/lib/api"
import { type FormState, refused } from "@/lib/forms/form-state"
import { withSession } from "@/lib/session"
import { act } from "./api"

/** One act at the desk for the signed-in member: what the page shows is read anew, and the form says that it is done or why not. */
export async function changed(path: string, values: Record<string, string>, parts: string[], body: unknown, message: string): Promise<FormState> {
  const failure = await tried(path, values, (token) => act(token, parts, body))
  refresh()
  return failure ?? { values: {}, errors: {}, message, done: true }
}

/** Runs it for the signed-in member; a refusal comes back as the form's message with everything typed kept. */
export async function tried(path: string, values: Record<string, string>, work: (token: string) => Promise<void>): Promise<FormState | null> {
  try {
    await withSession(path, work)
    return null
  } catch (error) {
    // That others have to agree first is the way of things, not a failure.
    if (error instanceof ApiError && error.code === "approval_needed") return { values: {}, errors: {}, message: error.message, done: true }
    if (error instanceof ApiError) return refused(values, {}, error.message)
    throw error
  }
}
