import "server-only"
import type { Prefill } from "@/components/checkout/address-fields"
import { getAddresses } from "@/lib/account/addresses"
import { ApiError } from "@/lib/api"
import { getCustomer } from "@/lib/session"

const BLANK: Prefill = { name: "", phone: "", email: "", county_code: "", detail: "" }

/** The customer's last address, or what else is known; blank for a visitor or when the session has ended meanwhile. */
export async function getPrefill(token: string | null): Promise<Prefill> {
  if (!token) return BLANK
  try {
    const [customer, [address]] = await Promise.all([getCustomer(token), getAddresses(token)])
    const { name, phone, email } = customer
    return { ...BLANK, name, phone: phone ?? "", email, ...address }
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return BLANK
    throw error
  }
}
