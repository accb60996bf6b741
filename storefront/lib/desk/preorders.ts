import "server-only"
import { PreorderContract, PreorderOffer, PreorderPreview, type PreorderBookInput } from "@fupin/contract/schemas"
import { z } from "zod"
import { request, requestOrNull } from "@/lib/api"

const BASE = "/store/institution/preorders"
const CONTRACTS = "/store/institution/preorder-contracts"
const Listed = z.object({ offers: z.array(PreorderOffer), contracts: z.array(PreorderContract) })
const OneOffer = z.object({ offer: PreorderOffer })
const OneContract = z.object({ contract: PreorderContract })
const OnePreview = z.object({ preview: PreorderPreview })

export async function getPreorders(token: string, organisation_id: string): Promise<z.infer<typeof Listed>> {
  return await request(BASE, Listed, { token, query: { organisation_id } })
}

export async function getPreorderOffer(token: string, id: string): Promise<PreorderOffer | null> {
  return (await requestOrNull(`${BASE}/${encodeURIComponent(id)}`, OneOffer, { token }))?.offer ?? null
}

export async function getPreorderContract(token: string, id: string): Promise<PreorderContract | null> {
  return (await requestOrNull(`${CONTRACTS}/${encodeURIComponent(id)}`, OneContract, { token }))?.contract ?? null
}

export async function getPreorderPreview(token: string, offerId: string, organisation_id: string, quantity: number): Promise<PreorderPreview> {
  return (await request(`${BASE}/${encodeURIComponent(offerId)}/preview`, OnePreview, { method: "POST", token, body: { organisation_id, quantity } })).preview
}

export async function bookPreorder(token: string, offerId: string, body: PreorderBookInput): Promise<string> {
  return (await request(`${BASE}/${encodeURIComponent(offerId)}/book`, OneContract, { method: "POST", token, body })).contract.id
}
