import { grantStaffScopeWorkflow } from "@fupin/access/workflows"
import type { StaffRole } from "@fupin/contract/schemas"
import { createCustomersWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { readData } from "../lib/data"

export interface AccountSeed {
  role: string | null
  email: string
  name: string
  phone: string
  organisation?: string
  /** Of the data's producers, for whom this person acts at the workbench. */
  producer?: string
  member_role?: "buyer" | "approver" | "finance" | "receiver" | "viewer"
  county_code?: string
  detail?: string
}

interface StaffSeed {
  role: string
  email: string
  name: string
  scope: StaffRole
  region: string
}

export interface PeopleSeed {
  accounts: AccountSeed[]
  staff: StaffSeed[]
  consumers: { surnames: string; given: string[]; homes: { county_code: string; province: string; city: string; county: string; detail: string; postal_code: string }[] }
}

export interface People {
  /** User ids by role. */
  staff: Record<StaffRole, string>
  /** Customer ids by e-mail. */
  customers: Record<string, string>
}

/** Staff with their scopes, and customers; whoever has an account signs in with the demonstration's password. */
export async function importPeople(container: MedusaContainer, password: string): Promise<People> {
  const { accounts, staff } = readData<PeopleSeed>("people.json")
  const users = await Promise.all(staff.map(async (seed): Promise<[StaffRole, string]> => [seed.scope, await importStaff(container, seed, password)]))
  const customers = await importCustomers(container, accounts)
  await Promise.all(accounts.map(({ email }) => giveAccount(container, email, password, { customer_id: customers[email]! })))
  return { staff: Object.fromEntries(users) as Record<StaffRole, string>, customers }
}

async function importStaff(container: MedusaContainer, { email, name, scope, region }: StaffSeed, password: string): Promise<string> {
  const users = container.resolve(Modules.USER)
  const [held] = await users.listUsers({ email })
  const user = held ?? (await users.createUsers({ email, first_name: name }))
  await giveAccount(container, email, password, { user_id: user.id })
  await grantStaffScopeWorkflow(container).run({ input: { user_id: user.id, role: scope, region, valid_to: null } })
  return user.id
}

/** Customers by e-mail; those already there stay as they are. */
export async function importCustomers(container: MedusaContainer, wanted: { email: string; name: string; phone: string; guest?: boolean }[]): Promise<Record<string, string>> {
  const customers = container.resolve(Modules.CUSTOMER)
  const emails = wanted.map(({ email }) => email)
  const held = await customers.listCustomers({ email: emails }, { select: ["id", "email"], take: null })
  const missing = wanted.filter(({ email }) => !held.some((one) => one.email === email))
  if (missing.length > 0) {
    await createCustomersWorkflow(container).run({ input: { customersData: missing.map(({ email, name, phone, guest = false }) => ({ email, first_name: name, phone, has_account: !guest })) } })
  }
  const all = await customers.listCustomers({ email: emails }, { select: ["id", "email"], take: null })
  return Object.fromEntries(all.map(({ email, id }) => [email!, id]))
}

/** Lets someone sign in by e-mail and password; an account that is there takes this password. */
async function giveAccount(container: MedusaContainer, email: string, password: string, app_metadata: Record<string, string>): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const [held] = await auth.listProviderIdentities({ entity_id: email, provider: "emailpass" })
  const answer = held
    ? await auth.updateProvider("emailpass", { entity_id: email, password })
    : await auth.register("emailpass", { url: "", headers: {}, query: {}, protocol: "https", body: { email, password } })
  if (!answer.success) throw new Error(`${email}: ${answer.error}`)
  const [identity] = held ? [held] : await auth.listProviderIdentities({ entity_id: email, provider: "emailpass" })
  await auth.updateAuthIdentities([{ id: identity!.auth_identity_id!, app_metadata }])
}
