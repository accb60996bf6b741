import "server-only"
import { cookies } from "next/headers"
import { storefrontUrl } from "@/lib/api"
import { readToken } from "./token"

const SESSION = "session"

/** The signed-in customer's token, or null for a visitor. */
export async function readSession(): Promise<string | null> {
  const token = (await cookies()).get(SESSION)?.value
  return token && readToken(token, nowSeconds()) ? token : null
}

/** Keeps the token as long as the backend lets it live. Answers whether it speaks for a customer at all. */
export async function openSession(token: string): Promise<boolean> {
  const read = readToken(token, nowSeconds())
  if (!read) return false
  const secure = storefrontUrl().startsWith("https:")
  ;(await cookies()).set(SESSION, token, { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: read.seconds_left })
  return true
}

export async function closeSession(): Promise<void> {
  ;(await cookies()).delete(SESSION)
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000)
}
