export const TRANSFER_PROVIDER = "pp_transfer_cn"
export const DEMO_PROVIDER = "pp_demo_cn"

/** How far a payment is when its order is placed in bulk; null for providers that a person has to go through. */
export function settlementOf(providerId: string): "authorised" | "captured" | null {
  if (providerId === TRANSFER_PROVIDER || providerId === "pp_system_default") return "authorised"
  return providerId === DEMO_PROVIDER ? "captured" : null
}
