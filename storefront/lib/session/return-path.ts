/** Where to go after signing in: a path of this shop, or the fallback. Never another site, however it is written. */
export function returnPath(asked: string | null | undefined, fallback = "/account"): string {
  if (!asked || !/^\/(?![/\\])[^\s\\]*$/.test(asked)) return fallback
  return asked.startsWith("/account/sign-in") || asked.startsWith("/account/register") ? fallback : asked
}
