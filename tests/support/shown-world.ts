import type { WorkbenchModuleService } from "@fupin/institution/modules/workbench"
import { saveMembersWorkflow, saveSupplyAgreementsWorkflow } from "@fupin/institution/workflows"
import type { MemberRole } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { seedDemonstration } from "../../seed/demonstration"
import { dayFromNow } from "./institution"
import { sql } from "./linked-shop"
import type { Api } from "./purchase"
import { signInStaff } from "./staff"

const EVERY_ROLE: MemberRole[] = ["buyer", "approver", "finance", "receiver", "viewer", "manager"]
const NEXT_YEAR = Number(dayFromNow(0).slice(0, 4)) + 1

/** Beside the demonstration: what only happens when somebody refuses, disputes, limits or acts for two; members who hold every role of their unit. */
export async function layWhatIsShown(container: MedusaContainer, api: Api, seeded: Awaited<ReturnType<typeof seedDemonstration>>, password: string) {
  const { headers: office } = await signInStaff(container, "administrator")
  const customers = seeded.people.customers
  const asOffice = async (path: string, body: object) => (await api.post(`/admin/institution/${path}`, body, { headers: office })).data
  const unitOf = async (email: string) => String((await sql(container, "select organisation_id as id from organisation_member where customer_id = ? limit 1", [customers[email]!]))[0]!.id)
  const [school, union] = [await unitOf("canteen@example.cn"), await unitOf("union@example.cn")]
  for (const [organisation_id, email] of [[school, "canteen@example.cn"], [union, "union@example.cn"]] as const) {
    await saveMembersWorkflow(container).run({ input: { organisation_id, members: EVERY_ROLE.map((role) => ({ email, role })), verified: true, actor_id: "tester" } })
  }
  await container.resolve<any>("institution").registerOrganisation({ name: "渝北区实验幼儿园", uscc: "91350100M000100Y43", kind: "school", region_code: "500112" }, customers["consumer@example.cn"]!, new Date())
  await asOffice("regional-holidays", { region_code: "500000", holiday: "sanyuesan", year: NEXT_YEAR, from_on: `${NEXT_YEAR}-04-09`, to_on: `${NEXT_YEAR}-04-10`, document: "渝府办发〔2026〕9号" })
  await asOffice("member-levels", { region_code: "330100", from_year: NEXT_YEAR - 1, floor_fen: 50_000, cap_fen: 200_000, source: "市总工会通知" })
  const [{ variant_id }] = await sql(container, "select variant_id from supply_agreement_line limit 1") as [{ variant_id: string }]
  await asOffice("pledges", { variant_id, from_on: dayFromNow(20), to_on: dayFromNow(40), quantity: 900 })
  const { headers: member } = await signIn(api, seeded.store.publishable_key, "canteen@example.cn", password)
  const asMember = async (path: string, body: object) => (await api.post(`/store/institution/${path}`, body, { headers: member })).data
  await asMember("vacations", { organisation_id: school, name: "秋假", from_on: dayFromNow(9), to_on: dayFromNow(12) })
  const proof = Buffer.from("%PDF-1.4\n%%EOF").toString("base64")
  await asMember("outside-purchases", { organisation_id: school, platform: "other", source: "canteen", seller: "城口县某合作社", goods: "香菇", origin_code: "500229", amount_fen: 123_400, paid_on: dayFromNow(-20), proof_name: "发票.pdf", proof })
  const producer = await actForTwo(container, customers["producer@example.cn"]!)
  const [{ id: statement }] = await sql(container, "select id from statement where seller_id = ?", [producer]) as [{ id: string }]
  await asOffice(`statements/${statement}/send`, {})
  const [{ id: line_id }] = await sql(container, "select id from statement_line where statement_id = ? limit 1", [statement]) as [{ id: string }]
  await asMember(`statements/${statement}/dispute`, { lines: [{ line_id, reason: "少送了两袋" }] })
  const [{ order_id }] = await sql(container, "select order_id from statement_line where statement_id = ? limit 1", [statement]) as [{ order_id: string }]
  await asMember("invoices", { organisation_id: school, title: "翠溪实验小学校", tax_number: "12500112435277068B", orders: [{ order_id }] })
  await negotiate(container, school, producer)
  return { school, union, producer }
}

/** A draft of the school's with this producer alone. */
async function negotiate(container: MedusaContainer, organisation_id: string, producer_id: string): Promise<void> {
  const [{ id: variant_id }] = await sql(container, "select v.id from product_variant v join product_profile p on p.product_id = v.product_id where p.producer_id = ? limit 1", [producer_id]) as [{ id: string }]
  await saveSupplyAgreementsWorkflow(container).run({ input: { agreements: [{
    number: "定采〔2026〕777", organisation_id, producer_id, valid_from: dayFromNow(0), valid_to: dayFromNow(90), weekdays: [1, 2, 3, 4, 5], lead_time_days: 1, stage: "draft" as const, lines: [{ variant_id, unit_price_fen: 3_600, term_min: 100, term_max: 500 }],
  }] } })
}

/** Who acts for a producer acts for another one too; answers the first. */
async function actForTwo(container: MedusaContainer, customer_id: string): Promise<string> {
  const workbench = container.resolve<WorkbenchModuleService>("workbench")
  const [{ producer_id }] = await sql(container, "select producer_id from producer_member where customer_id = ?", [customer_id]) as [{ producer_id: string }]
  const [{ id: other }] = await sql(container, "select id from producer where id <> ? order by name limit 1", [producer_id]) as [{ id: string }]
  const code = "DDDD-DDDD-DDDD-DDD2"
  await workbench.invite(other, { note: "", valid_days: 7 }, code, { actor_id: "tester", at: new Date() })
  await workbench.join(code, { actor_id: customer_id, at: new Date(), address: "127.0.0.1" })
  return producer_id
}

async function signIn(api: Api, key: string, email: string, password: string) {
  const { data: { token } } = await api.post("/auth/customer/emailpass", { email, password })
  return { headers: { authorization: `Bearer ${token}`, "x-publishable-api-key": key } }
}
