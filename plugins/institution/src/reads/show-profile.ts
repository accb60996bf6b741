import type { OrganisationProfile, OrganisationRelation } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { phoneKeys, pointPhonePlace } from "../keys"
import { spendingOf } from "../spending"
import { statementsOf } from "../statement"
import { readOrganisations } from "./plans"

/** What is kept of an organisation beside its name; relations from it and to it. */
export async function showProfile(container: MedusaContainer, organisationId: string): Promise<OrganisationProfile> {
  const spending = spendingOf(container)
  const points = await spending.readDeliveryPoints(organisationId)
  return {
    exemption: await spending.readExemption(organisationId), relations: await showRelations(container, organisationId),
    purchase_reason: (await statementsOf(container).readReasons([organisationId])).get(organisationId) ?? null, invoice_titles: await spending.readInvoiceTitles(organisationId),
    delivery_points: points.map(({ phone_sealed, ...point }) => ({ ...point, phone: phoneKeys().open(pointPhonePlace(point.id), phone_sealed) })),
  }
}

async function showRelations(container: MedusaContainer, organisationId: string): Promise<OrganisationRelation[]> {
  const rows = (await spendingOf(container).readRelations([organisationId])).filter(({ ended_on }) => ended_on === null)
  const names = new Map((await readOrganisations(container, { id: rows.flatMap(({ organisation_id, to_organisation_id }) => [organisation_id, to_organisation_id]) })).map(({ id, name }) => [id, name]))
  return rows.map((row) => ({ ...row, organisation_name: names.get(row.organisation_id) ?? "", to_organisation_name: names.get(row.to_organisation_id) ?? "" }))
}
