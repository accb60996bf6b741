interface Claims {
  actor_id?: string
  exp?: number
}

/** Whom a customer token speaks for and how long; null when it is none or speaks for nobody yet. The backend alone judges its signature. */
export function readToken(token: string, nowSeconds: number): { customer_id: string; seconds_left: number } | null {
  const { actor_id, exp } = claimsOf(token)
  if (!actor_id || !exp || exp <= nowSeconds) return null
  return { customer_id: actor_id, seconds_left: exp - nowSeconds }
}

function claimsOf(token: string): Claims {
  const [, body = ""] = token.split(".")
  try {
    return JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Claims
  } catch {
    return {}
  }
}
