import "server-only"
import { redirect } from "next/navigation"
import { ApiError } from "@/lib/api"
import { readSession } from "./cookie"

/** The token, or off to sign in and back to `path` afterwards. */
export async function requireSession(path: string): Promise<string> {
  return (await readSession()) ?? redirect(signInPath(path))
}

/** Runs a call for the signed-in customer. A token that the backend no longer takes leads to signing in again, then back to `path`. */
export async function withSession<T>(path: string, call: (token: string) => Promise<T>): Promise<T> {
  const token = await requireSession(path)
  try {
    return await call(token)
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) redirect(signInPath(path, true))
    throw error
  }
}

export function signInPath(path: string, expired = false): string {
  return `/account/sign-in?${new URLSearchParams({ next: path, ...(expired ? { expired: "1" } : {}) })}`
}
