import type { ProducerKind } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

interface Named {
  kind: ProducerKind
  beneficiary_id: string | null
  public_name: string | null
}

/**
 * The public names of these producers as they may be shown now: a household's goes when its consent is withdrawn or its data is
 * restricted, at the next reading. Asks nothing where no household among them has a public name.
 */
export async function readConsentedNames(container: MedusaContainer, producers: Named[]): Promise<(producer: Named) => string | null> {
  const ids = [...new Set(producers.flatMap(({ kind, public_name, beneficiary_id }) => (kind === "household" && public_name !== null && beneficiary_id ? [beneficiary_id] : [])))]
  const { data } = ids.length === 0 ? { data: [] } : await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "household", fields: ["id", "name_consent_on"], filters: { id: ids } })
  const consenting = new Set(data.flatMap(({ id, name_consent_on }: { id: string; name_consent_on: string | null }) => (name_consent_on === null ? [] : [id])))
  return ({ kind, beneficiary_id, public_name }) => (kind === "household" && beneficiary_id !== null && !consenting.has(beneficiary_id) ? null : public_name)
}
