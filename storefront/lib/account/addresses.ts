import "server-only"
import type { DeliveryAddress } from "@fupin/contract/schemas"
import { z } from "zod"
import { request } from "@/lib/api"

const Saved = z.object({
  id: z.string(), first_name: z.string().nullable(), phone: z.string().nullable(), address_1: z.string().nullable(),
  metadata: z.object({ county_code: z.string().optional() }).nullable(), is_default_shipping: z.boolean(),
})
const SavedList = z.object({ addresses: z.array(Saved) })
const Changed = z.object({ customer: z.object({ id: z.string() }) })

/** The customer's saved addresses, the default one first. */
export async function getAddresses(token: string): Promise<DeliveryAddress[]> {
  return (await readSaved(token)).map(({ first_name, phone, address_1, metadata }) =>
    ({ name: first_name ?? "", phone: phone ?? "", county_code: metadata?.county_code ?? "", detail: address_1 ?? "" }))
}

/** Makes this the address that the next checkout begins with. */
export async function saveDefaultAddress(token: string, { name, phone, county_code, detail }: DeliveryAddress): Promise<void> {
  const [held] = await readSaved(token)
  const body = { first_name: name, phone, address_1: detail, country_code: "cn", metadata: { county_code }, is_default_shipping: true }
  await request(`/store/customers/me/addresses${held ? `/${held.id}` : ""}`, Changed, { method: "POST", token, body })
}

async function readSaved(token: string) {
  const { addresses } = await request("/store/customers/me/addresses", SavedList, { token })
  return addresses.sort((a, b) => Number(b.is_default_shipping) - Number(a.is_default_shipping))
}
