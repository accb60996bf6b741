import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { SellerFacts } from "../domain/sale-source"
import type { Profile } from "./read-profiles"

interface Span {
  valid_from: string | Date
  valid_to: string | Date | null
}

const dated = ({ valid_from, valid_to }: Span) => ({ valid_from: new Date(valid_from), valid_to: valid_to === null ? null : new Date(valid_to) })

/** What decides under which heading the sales of these profiles are counted. Two queries. */
export async function readSellerFacts(container: MedusaContainer, profiles: readonly Profile[]): Promise<(profile: Profile) => SellerFacts | null> {
  if (profiles.length === 0) return () => null
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: producers } = await query.graph({
    entity: "producer", fields: ["id", "kind", "certificates.kind", "certificates.valid_from", "certificates.valid_to"],
    filters: { id: [...new Set(profiles.map(({ producer_id }) => producer_id))] },
  })
  const { data: flags } = await query.graph({
    entity: "division_flag", fields: ["region_code", "valid_from", "valid_to"],
    filters: { region_code: [...new Set(profiles.map(({ origin_code }) => origin_code))], flag: "former_poor_village" },
  })
  const known = new Map(producers.map((producer) => [producer.id, producer]))
  return ({ producer_id, origin_code }) => {
    const producer = known.get(producer_id)
    if (!producer) return null
    const recognitions = (producer.certificates ?? []).filter((certificate: { kind: string } | null) => certificate?.kind === "relief_recognition")
    return {
      kind: producer.kind,
      recognitions: (recognitions as Span[]).map(dated),
      poor_village: flags.filter(({ region_code }) => region_code === origin_code).map(dated),
    }
  }
}
