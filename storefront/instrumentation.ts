/** Once, with the first request that the server hears: the one by which its readiness is asked. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") (await import("./lib/api/add-caller")).addCaller()
}
