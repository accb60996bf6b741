import { verifyLedgerWorkflow } from "@fupin/benefit/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { seedDemonstration } from "../../seed/demonstration"
import { describeShop } from "../support/shop"
import { shopHeaders } from "../support/purchase"

const DEMONSTRATION = { now: new Date(), password: "a-password-of-the-test" }

/** Rows of each kind that the demonstration is made of. */
async function countAll(container: MedusaContainer): Promise<Record<string, number>> {
  const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const tables = [
    `product`, `product_variant`, `product_category`, `inventory_level`, `producer`, `certificate`, `designation`, `product_profile`, `household`, `linkage_version`,
    `customer`, `"user"`, `organisation`, `supply_agreement`, `standing_order`, `occurrence`, `"order"`, `payment`, `capture`, `refund`, `payment_fact`, `acceptance_fact`, `ledger_journal`, `ledger_entry`, `reporting_unit`, `filing`, `filing_entry`, `campaign`, `campaign_recipient`, `campaign_order`, `filing_step`, `demand`, `demand_quote`, `pair`, `group_buy`, `preorder_contract`, `preorder_payment`,
  ]
  const counts: Record<string, number> = {}
  for (const table of tables) counts[table] = Number((await sql.raw(`select count(*) from ${table}`)).rows[0].count)
  return counts
}

async function value(container: MedusaContainer, query: string): Promise<number> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(query)
  return Number(rows[0].value)
}

describeShop(({ getContainer, api }) => {
  it("fills the shop as its trade would know it, and adds nothing when it is run again", async () => {
    const container = getContainer()
    const { store } = await seedDemonstration(container, DEMONSTRATION)
    const first = await countAll(container)

    expect(first.product).toBeGreaterThanOrEqual(60)
    expect(first.producer).toBeGreaterThanOrEqual(30)
    expect(await value(container, `select count(*) as value from household where kind = 'household'`)).toBeGreaterThanOrEqual(600)
    expect(first.organisation).toBeGreaterThanOrEqual(6)
    expect(first.standing_order).toBeGreaterThanOrEqual(6)
    expect(first[`"order"`]).toBeGreaterThanOrEqual(200)
    expect(await value(container, `select count(distinct left(origin_code, 6)) as value from product_profile`)).toBeGreaterThanOrEqual(24)
    expect(await value(container, `select count(distinct left(origin_code, 2)) as value from product_profile`)).toBeGreaterThanOrEqual(8)
    expect(await value(container, `select count(distinct kind) as value from producer`)).toBe(6)

    expect(await value(container, `select count(*) as value from campaign where state in ('collecting', 'done')`)).toBe(2)
    expect(first.refund).toBeGreaterThanOrEqual(8)
    expect(await value(container, `select count(*) as value from payment p where not exists (select 1 from capture c where c.payment_id = p.id)`)).toBeGreaterThanOrEqual(5)
    expect(await value(container, `select count(distinct account) as value from ledger_entry where account in ('provisional', 'payable') and amount_fen > 0`)).toBe(2)

    const { result } = await verifyLedgerWorkflow(container).run()
    expect(result).toMatchObject({ ok: true, problems: [], unaccrued_captures: 0 })

    const { data } = await api.get("/store/benefit/summary", shopHeaders(store))
    expect(data.total_fen).toBeGreaterThan(100_000)

    await seedDemonstration(container, DEMONSTRATION)
    expect(await countAll(container)).toEqual(first)
  }, 400_000)
})
