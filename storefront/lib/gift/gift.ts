import "server-only"
import { Gift } from "@fupin/contract/schemas"
import { cookies, headers } from "next/headers"
import { z } from "zod"
import { ApiError, request, storefrontUrl } from "@/lib/api"

const Answer = z.object({ gift: Gift })
const COOKIE = "gift_code"
const KEPT_SECONDS = 2 * 3_600

/** The code that was typed for this link, kept for a while and only for its own page. */
export async function readCode(): Promise<string | null> {
  return (await cookies()).get(COOKIE)?.value ?? null
}

export async function keepCode(token: string, code: string): Promise<void> {
  ;(await cookies()).set(COOKIE, code, { httpOnly: true, sameSite: "strict", path: `/gift/${token}`, secure: storefrontUrl().startsWith("https:"), maxAge: KEPT_SECONDS })
}

async function ask(path: string, body: object): Promise<Gift> {
  const from = (await headers()).get("x-forwarded-for")
  return (await request(path, Answer, { method: "POST", body, ...(from ? { forwardedFor: from } : {}) })).gift
}

export const openGift = (token: string, code: string): Promise<Gift> => ask("/store/gift", { token, code })
export const chooseGift = (token: string, code: string, choice: object): Promise<Gift> => ask("/store/gift/choice", { token, code, ...choice })

export const confirmGift = (token: string, code: string): Promise<Gift> => ask("/store/gift/receipt", { token, code })

/** The gift behind a link, or null when the code is not (or no longer) right: then it is asked for. */
export async function readGift(token: string): Promise<Gift | null> {
  const code = await readCode()
  if (code === null) return null
  try {
    return await openGift(token, code)
  } catch (error) {
    if (error instanceof ApiError && (error.code === "gift_not_found" || error.code === "gift_locked")) return null
    throw error
  }
}
