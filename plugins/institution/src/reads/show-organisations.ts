import type { Member, OfficeOrganisation, Organisation } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { asMembers, graph, type MemberRow, type OrganisationRow } from "../medusa"
import { institutionOf, unique } from "./plans"
import { readRegionNames } from "./region-names"

const iso = (moment: Date | null | undefined): string | null => (moment == null ? null : new Date(moment).toISOString())

export function showOrganisation({ id, name, uscc, kind, region_code, verified_at }: OrganisationRow): Organisation {
  return { id, name, uscc, kind, region_code, verified_at: iso(verified_at) }
}

/** Organisations as the office lists them: 重庆市渝北区 rather than 500112. One query. */
export async function showOfficeOrganisations(container: MedusaContainer, rows: OrganisationRow[]): Promise<OfficeOrganisation[]> {
  const names = await readRegionNames(container, rows.map(({ region_code }) => region_code))
  return rows.map((row) => ({ ...showOrganisation(row), region_name: names.get(row.region_code)!, refused_at: iso(row.refused_at), refusal_reason: row.refusal_reason }))
}

interface Customer {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
}

/** Members with the name and e-mail of their shop account. */
export async function showMembers(container: MedusaContainer, members: MemberRow[]): Promise<Member[]> {
  const ids = unique(members.map(({ customer_id }) => customer_id))
  const customers = ids.length === 0 ? [] : await graph<Customer>(container, "customer", ["id", "email", "first_name", "last_name"], { id: ids })
  return members.map(({ id, organisation_id, customer_id, role, verified_at, left_at, refused_at, refusal_reason }) => {
    const customer = customers.find((one) => one.id === customer_id)
    const name = `${customer?.last_name ?? ""}${customer?.first_name ?? ""}`
    return { id, organisation_id, customer_id, email: customer?.email ?? "", name, role, verified_at: iso(verified_at), left_at: iso(left_at), refused_at: iso(refused_at), refusal_reason }
  })
}

/** Every member of an organisation, those who left too. */
export async function readMembersOf(container: MedusaContainer, organisationId: string): Promise<Member[]> {
  const rows = await institutionOf(container).listOrganisationMembers({ organisation_id: organisationId }, { take: null, order: { created_at: "ASC" } })
  return showMembers(container, asMembers(rows))
}
