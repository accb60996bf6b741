import "server-only"

/** Read when a request is served, not when the shop is built: the key exists only after the seed. */
export function environment() {
  return { backendUrl: needed("BACKEND_URL").replace(/\/$/, ""), publishableKey: needed("PUBLISHABLE_KEY"), storefrontUrl: storefrontUrl() }
}

export function storefrontUrl(): string {
  return (process.env.STOREFRONT_URL ?? "http://localhost:8000").replace(/\/$/, "")
}

function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`The environment variable ${name} is missing; npm start sets it`)
  return value
}
