import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { coversMoment } from "../domain/linkage"

export interface Profile {
  product_id: string
  producer_id: string
  /** The division that the goods are from. */
  origin_code: string
  valid_from: Date
  valid_to: Date | null
}

/** Who sells and sold these products, and when. One query. */
export async function readProfiles(container: MedusaContainer, productIds: string[]): Promise<Profile[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "product_profile", fields: ["product_id", "producer_id", "origin_code", "valid_from", "valid_to"], filters: { product_id: [...new Set(productIds)] } })
  return data.map(({ product_id, producer_id, origin_code, valid_from, valid_to }) =>
    ({ product_id, producer_id, origin_code, valid_from: new Date(valid_from), valid_to: valid_to === null ? null : new Date(valid_to) }))
}

/** The profile of a product at a moment, or null. */
export function profileAt(profiles: readonly Profile[], productId: string | null, at: Date): Profile | null {
  return profiles.find((profile) => profile.product_id === productId && coversMoment(profile.valid_from, profile.valid_to, at)) ?? null
}

/** The producer of a product at a moment, or null. */
export function producerAt(profiles: readonly Profile[], productId: string | null, at: Date): string | null {
  return profileAt(profiles, productId, at)?.producer_id ?? null
}
