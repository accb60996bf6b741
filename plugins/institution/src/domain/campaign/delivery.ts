import type { Delivery, DeliveryMode } from "@fupin/contract/schemas"

/**
 * How a member's pack reaches them: as the campaign says, or, where it leaves that to the member, as they said; who said nothing
 * gets it where the union knows an address, and collects it otherwise.
 */
export function deliveryOf(mode: DeliveryMode, { delivery, has_address }: { delivery: Delivery | null; has_address: boolean }): Delivery {
  if (mode !== "either") return mode
  return delivery ?? (has_address ? "home" : "pickup")
}
