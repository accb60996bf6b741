import { availableReader, campaignsOf, readCertified, requireCampaign } from "@fupin/institution/campaign/facts"
import { acceptParcels } from "@fupin/institution/campaign/parcels"
import { receiveCampaignTransfer } from "@fupin/institution/campaign/receive"
import { createCampaign, savePacks } from "@fupin/institution/campaign/save"
import { takeStep } from "@fupin/institution/campaign/steps"
import { holidayDate } from "@fupin/institution/domain/campaign/holiday"
import { postBenefitWorkflow } from "@fupin/benefit/workflows"
import { HOLIDAY_NAMES } from "@fupin/contract/codes"
import { type CampaignStep, type Holiday, NationalHoliday } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { daysAfter } from "../lib/calendar"
import { jobsDone } from "../lib/campaign-jobs"
import { readData } from "../lib/data"
import type { OrganisationSeed } from "./organisations"
import type { Shelf } from "./products"

interface CampaignSeed {
  organisation: string
  buyer: string
  goods: string[]
  packs: { name: string; price_fen: number; is_default: boolean; is_halal: boolean }[]
  pickup: { name: string; phone: string; county_code: string; detail: string }
  departments: string[]
  surnames: string[]
}

interface People { buyer: string; finance: string }

const MINUTES = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")

/** A union with one campaign that is over and paid, and one in which members are choosing. */
export async function importCampaigns(container: MedusaContainer, shelf: Shelf, people: Record<string, string>, finance: string, today: string): Promise<void> {
  const seed = readData<CampaignSeed>("campaigns.json")
  const uscc = readData<OrganisationSeed[]>("organisations.json").find(({ key }) => key === seed.organisation)!.uscc
  const { rows: [unit] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("select id from organisation where uscc = ? and deleted_at is null", [uscc])
  if ((await campaignsOf(container).readCampaigns({ organisation_ids: [unit.id] })).length > 0) return
  const who = { buyer: people[seed.buyer]!, finance }
  const [next, later] = comingHolidays(today)
  await finishOne(container, await openOne(container, seed, shelf, unit.id, next!, who, today), who, today)
  const running = await openOne(container, seed, shelf, unit.id, later!, who, today)
  await chooseSome(container, running, 7, today)
}

/** The next two holidays for which there is still time to choose. */
function comingHolidays(today: string): { holiday: Holiday; year: number }[] {
  const dated = [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1].flatMap((year) => NationalHoliday.options.flatMap((holiday) => { const on = holidayDate(holiday, year, []); return on && on > daysAfter(today, 10) ? [{ holiday, year, on }] : [] }))
  return dated.sort((a, b) => (a.on < b.on ? -1 : 1)).slice(0, 2)
}

async function openOne(container: MedusaContainer, seed: CampaignSeed, shelf: Shelf, organisation_id: string, { holiday, year }: { holiday: Holiday; year: number }, { buyer }: People, today: string): Promise<string> {
  const title = `${year} 年${HOLIDAY_NAMES[holiday]}慰问`
  const id = await createCampaign(container, { organisation_id, holiday, year, title, budget_fen: 20_000, floor_fen: 10_000, cap_fen: 30_000, choose_by: daysAfter(today, 5), delivery_mode: "either", pickup: seed.pickup, reason: null }, buyer)
  const goods = await readCertified(container, seed.goods.map((handle) => shelf.variants[handle]![0]!), new Date())
  const shelved = await (await availableReader(container))(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), [...goods.keys()])
  const certified = [...goods].filter(([id, { designation, seller }]) => designation !== null && seller !== null && (shelved.get(id) ?? 0) >= 3 * seed.surnames.length).map(([id]) => id)
  await savePacks(container, id, seed.packs.map((pack, index) => ({ ...pack, stock_limit: null, components: certified.slice(index, index + 3).map((variant_id) => ({ variant_id, quantity: 1 })) })))
  await campaignsOf(container).attachMinutes(id, { name: `${title}集体决定.pdf`, content: MINUTES }, buyer)
  await campaignsOf(container).saveRecipients(id, seed.surnames.map((surname, index) => ({
    employee_number: `XH${String(index + 1).padStart(3, "0")}`, name: `${surname}老师`, phone: `139${String(70_000_000 + year * 100 + index)}`, department: seed.departments[index % seed.departments.length]!,
    diet: surname === "马" ? "halal" as const : "none" as const, heads: 1, email: null, address: index % 6 === 0 ? { county_code: seed.pickup.county_code, detail: `古翠路 ${index + 10} 号` } : null,
  })))
  await take(container, id, buyer, "open")
  return id
}

const take = async (container: MedusaContainer, id: string, by: string, step: CampaignStep["step"]) => takeStep(container, await requireCampaign(container, id), { step, reason: "" }, by)

async function chooseSome(container: MedusaContainer, id: string, count: number, today: string): Promise<void> {
  const module = campaignsOf(container)
  const packs = await module.readPacks([id])
  const { rows } = await module.readRecipientPage(id, { show: "all", q: "", offset: 0, limit: count })
  for (const [index, { id: recipient_id, diet }] of rows.entries()) {
    const pack = packs.find(({ is_halal }) => is_halal === (diet === "halal" || index % 3 === 0))!
    await module.choose(id, { recipient_id, pack_id: pack.id, address: null, delivery: null, by: "member", today }, await availableReader(container))
  }
}

/** From choosing to the last sign-off, paid by one transfer. */
async function finishOne(container: MedusaContainer, id: string, { buyer, finance }: People, today: string): Promise<void> {
  const module = campaignsOf(container)
  await chooseSome(container, id, 9, today)
  for (const step of ["close", "place"] as const) await take(container, id, buyer, step)
  await jobsDone(container, id)
  const orders = await module.readOrders(id, "gift")
  await receiveCampaignTransfer(container, { campaign_id: id, reference: `GH${today.replaceAll("-", "")}01`, amount_fen: orders.reduce((sum, { total_fen }) => sum + total_fen, 0), received_on: today }, finance)
  await jobsDone(container, id)
  await take(container, id, buyer, "arrive")
  const parcels = await module.readParcels(id)
  await module.recordParcels(id, parcels.map(({ order_id }, index) => ({ order_id, carrier: "邮政快递", tracking_number: `EMS${today.replaceAll("-", "")}${String(index + 1).padStart(3, "0")}`, signed_on: today })), today, buyer)
  await acceptParcels(container, id)
  const { rows } = await module.readRecipientPage(id, { show: "waiting", q: "", offset: 0, limit: 50 })
  for (const [index, { id: recipient_id }] of rows.slice(1).entries()) await module.handOut(id, { recipient_id, proxy: index === 0 ? { name: "邻组同事", reason: "出差" } : null }, buyer)
  await take(container, id, buyer, "finish")
  await postBenefitWorkflow(container).run({ input: { order_ids: orders.map((order) => order.id) } })
}
