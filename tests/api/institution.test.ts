import { followOrdersWorkflow, runStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { cancelOrderWorkflow, createOrderFulfillmentWorkflow, markOrderFulfillmentAsDeliveredWorkflow } from "@medusajs/medusa/core-flows"
import { dayFromNow, DELIVERY, type Institutions, nextDay, openInstitutions } from "../support/institution"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

type Person = { headers: Record<string, string> }
type Answer = { status: number; data: any }

describeShop(({ api, getContainer }) => {
  let world: Institutions
  const [first, second] = [dayFromNow(3), dayFromNow(5)]
  const weekday = (date: string) => new Date(date).getUTCDay() || 7
  const ask = (person: Person, method: "get" | "post", path: string, body: unknown = {}): Promise<Answer> =>
    method === "get" ? api.get(path, { headers: person.headers, validateStatus: null }) : api.post(path, body, { headers: person.headers, validateStatus: null })
  const asBuyer = (method: "get" | "post", path: string, body?: unknown) => ask(world.people.buyer, method, `/store/institution/${path}`, body)
  const plan = (change: object = {}) => ({
    agreement_id: world.agreements.school.id, name: "食堂每周两送", weekdays: [weekday(first), weekday(second)], starts_on: first, ends_on: second, skip_statutory_holidays: false,
    lines: [{ variant_id: world.potato.variant_id, quantity: 10 }, { variant_id: world.rice.variant_id, quantity: 2 }, { variant_id: world.tea.variant_id, quantity: 3 }], delivery: DELIVERY, ...change,
  })
  const run = async (person: Person, date: string) => (await ask(person, "post", "/admin/institution/standing-orders/run", { date })).data
  const calendar = async (): Promise<any[]> => (await asBuyer("get", `occurrences?organisation_id=${world.school.id}`)).data.occurrences
  const ordersOf = (ids: string[]) => getContainer().resolve(Modules.ORDER).listOrders({ id: ids }, { relations: ["items"], select: ["id", "total", "customer_id", "metadata"] })
  const countOrders = async () => (await getContainer().resolve(Modules.ORDER).listAndCountOrders({}, { take: 1 }))[1]

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
  })

  describe("a standing order", () => {
    it("places itself once a date, at the agreement's prices, one order a seller, whoever runs it and how often", async () => {
      const office = await signInStaff(getContainer(), "office")
      const { status, data } = await asBuyer("post", "standing-orders", plan())
      expect({ status, ...data.standing_order }).toMatchObject({ status: 201, state: "upcoming", total_fen: 83_000, next_delivery: first, delivery: DELIVERY })

      const planned = await calendar()
      expect(planned.map(({ delivery_date, state, editable }) => ({ delivery_date, state, editable }))).toEqual([
        { delivery_date: first, state: "planned", editable: true }, { delivery_date: second, state: "planned", editable: true },
      ])
      expect(planned[0]).toMatchObject({ total_fen: 83_000, expected_benefit_fen: 3600, households: 2, order_ids: [] })
      const preview = await asBuyer("post", "preview", { agreement_id: world.agreements.school.id, lines: plan().lines })
      expect(preview.data).toMatchObject({ total_fen: 83_000, benefit: { total_fen: 3600, households: 2 } })

      const changed = await asBuyer("post", `occurrences/${planned[1].id}/lines`, { lines: [{ variant_id: world.potato.variant_id, quantity: 5 }, { variant_id: world.tea.variant_id, quantity: 0 }] })
      expect(changed.data.occurrence.lines.map(({ standing, requested }: any) => [standing, requested])).toEqual([[10, 5], [2, 2], [3, 0]])

      expect(await run(office, first)).toEqual({ planned: 1, placed: 1, short: 0, skipped: 0, failed: 0 })
      expect(await run(office, first)).toEqual({ planned: 0, placed: 0, short: 0, skipped: 0, failed: 0 })
      const [placed] = await calendar()
      expect(placed).toMatchObject({ state: "placed", attempt: 1, error: null, editable: false, expected_benefit_fen: 3600 })
      const orders = await ordersOf(placed.order_ids)
      expect(orders.map(({ total, customer_id }) => [Number(total), customer_id]).sort()).toEqual([[360, world.people.buyer.customer_id], [470, world.people.buyer.customer_id]])
      expect(placed.lines.map(({ seller, order_id, requested, supplied }: any) => [seller.id, placed.order_ids.includes(order_id), requested, supplied])).toEqual(
        expect.arrayContaining([[world.wuxi.id, true, 10, 10], [world.enshi.id, true, 3, 3]]))

      const twice = await Promise.all([run(office, second), run(office, second), run(office, second)])
      expect(twice.reduce((sum, { placed: count }) => sum + count, 0)).toBe(1)
      expect((await calendar()).map(({ state, order_ids }) => [state, order_ids.length])).toEqual([["placed", 2], ["placed", 1]])
      expect(await countOrders()).toBe(3)
    })

    it("is followed by open dates when it changes, except where a date was edited; paused, resumed and ended by its buyer", async () => {
      const { data: { standing_order: { id } } } = await asBuyer("post", "standing-orders", plan())
      const [one, two] = await calendar()
      await asBuyer("post", `occurrences/${one.id}/lines`, { lines: [{ variant_id: world.potato.variant_id, quantity: 7 }] })
      const { agreement_id: _same, ...change } = plan({ lines: [{ variant_id: world.potato.variant_id, quantity: 20 }] })
      expect((await asBuyer("post", `standing-orders/${id}`, change)).status).toBe(200)
      expect((await calendar()).map(({ lines }) => lines.map(({ requested }: any) => requested))).toEqual([[7], [20]])

      expect((await asBuyer("post", `standing-orders/${id}/pause`, { resume_on: second })).data.standing_order).toMatchObject({ state: "paused", next_delivery: second })
      expect((await calendar()).map(({ state, error }) => [state, error])).toEqual([["skipped", `暂停配送，${second} 恢复`], ["planned", null]])
      await asBuyer("post", `standing-orders/${id}/resume`)
      expect((await calendar()).map(({ state }) => state)).toEqual(["planned", "planned"])

      await asBuyer("post", `occurrences/${two.id}/skip`, { reason: "校运会放假" })
      expect(await run(await signInStaff(getContainer(), "office"), second)).toMatchObject({ planned: 1, placed: 1, skipped: 1 })
      expect((await calendar()).map(({ state, error }) => [state, error])).toEqual([["placed", null], ["skipped", "校运会放假"]])
      expect((await asBuyer("post", `occurrences/${two.id}/restore`)).data.occurrence.state).toBe("planned")
      expect((await asBuyer("post", `standing-orders/${id}/end`)).data.standing_order.ends_on).toBe(nextDay(first, -1))
      expect((await calendar()).map(({ state }) => state)).toEqual(["placed", "cancelled"])
    })

    it("follows its orders: delivered with the last parcel, cancelled with the last order", async () => {
      await asBuyer("post", "standing-orders", plan())
      await run(await signInStaff(getContainer(), "office"), second)
      const [one, two] = await calendar()
      for (const { id, items } of await ordersOf(one.order_ids)) {
        const parcel = { order_id: id, items: items!.map((item) => ({ id: item.id, quantity: Number(item.quantity) })), location_id: world.store.stock_location_id }
        const { result } = await createOrderFulfillmentWorkflow(getContainer()).run({ input: parcel })
        expect((await calendar())[0].state).toBe("placed")
        await markOrderFulfillmentAsDeliveredWorkflow(getContainer()).run({ input: { orderId: id, fulfillmentId: result.id } })
      }
      for (const order_id of two.order_ids) await cancelOrderWorkflow(getContainer()).run({ input: { order_id } })
      await followOrdersWorkflow(getContainer()).run({ input: { order_ids: null } })
      expect((await calendar()).map(({ state, error }) => [state, error])).toEqual([["delivered", null], ["cancelled", "订单已取消"]])
    })

    it("has every date once, however many runs lay out an empty window at the same time", async () => {
      await asBuyer("post", "standing-orders", plan())
      await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("delete from occurrence")
      expect(await calendar()).toEqual([])
      const office = await signInStaff(getContainer(), "office")
      const runs = await Promise.all([1, 2, 3].map(() => run(office, dayFromNow(1))))
      expect(runs.map(({ planned, failed }) => [planned, failed])).toEqual([1, 2, 3].map(() => [0, 0]))
      expect((await calendar()).map(({ delivery_date, state }) => [delivery_date, state])).toEqual([[first, "planned"], [second, "planned"]])
    })

    it("skips statutory holidays and says which", async () => {
      const newYear = `${Number(dayFromNow(0).slice(0, 4)) + 1}-01-01`
      await asBuyer("post", "standing-orders", plan({ weekdays: [weekday(newYear)], starts_on: newYear, ends_on: newYear, skip_statutory_holidays: true }))
      const { result } = await runStandingOrdersWorkflow(getContainer()).run({ input: { date: newYear } })
      expect(result).toEqual({ planned: 0, placed: 0, short: 0, skipped: 1, failed: 0 })
      expect((await calendar()).map(({ state, error }) => [state, error])).toEqual([["skipped", "法定节假日：元旦"]])
      expect(await countOrders()).toBe(0)
    })

    it("shares scarce stock in proportion, shows what was supplied beside what was asked, and stops goods whose designation ended", async () => {
      const { tea, potato, agreements, people } = world
      await asBuyer("post", "standing-orders", plan({ ends_on: first, lines: [{ variant_id: tea.variant_id, quantity: 30 }] }))
      const theirs = plan({ agreement_id: agreements.office.id, ends_on: first, lines: [{ variant_id: tea.variant_id, quantity: 10 }, { variant_id: potato.variant_id, quantity: 1 }] })
      expect((await ask(people.other, "post", "/store/institution/standing-orders", theirs)).status).toBe(201)
      await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝巫认定〔2026〕1号", product_id: potato.product_id, valid_from: "2026-01-01", valid_to: "2026-06-30" }] } })

      expect(await run(await signInStaff(getContainer(), "office"), first)).toEqual({ planned: 2, placed: 0, short: 2, skipped: 0, failed: 0 })
      const [mine] = await calendar()
      expect(mine).toMatchObject({ state: "short", error: "库存不足", total_fen: 15 * 12_000 })
      expect(mine.lines[0]).toMatchObject({ requested: 30, supplied: 15, reason: "库存不足" })
      const { data: { occurrences: [other] } } = await ask(people.other, "get", "/store/institution/occurrences")
      expect(other.lines.map(({ title, supplied }: any) => [title, supplied]).sort()).toEqual([["巫溪洋芋", 0], ["恩施玉露", 5]])
      expect(other.lines.find(({ title }: any) => title === "巫溪洋芋").reason).toContain("认定已到期")
      expect(await countOrders()).toBe(2)
    })

    it("run for days ahead is ordered for every day until then, and none of them counts as missed", async () => {
      const early = dayFromNow(4)
      await asBuyer("post", "standing-orders", plan({ weekdays: [1, 2, 3, 4, 5, 6, 7], starts_on: early, ends_on: early, lines: [{ variant_id: world.potato.variant_id, quantity: 1 }] }))
      expect(await run(await signInStaff(getContainer(), "office"), dayFromNow(14))).toMatchObject({ planned: 1, placed: 1, failed: 0 })
      expect((await calendar()).map(({ delivery_date, state }) => [delivery_date, state])).toEqual([[early, "placed"]])
    })

    it("shares what is scarce with all that wait for the day: whoever is placed first, in a region's run or an early batch, takes no more than its part", async () => {
      const { tea, agreements, people } = world
      const ofTea = (quantity: number, change: object = {}) => plan({ ends_on: first, lines: [{ variant_id: tea.variant_id, quantity }], ...change })
      await asBuyer("post", "standing-orders", ofTea(30))
      expect((await ask(people.other, "post", "/store/institution/standing-orders", ofTea(10, { agreement_id: agreements.office.id }))).status).toBe(201)
      const supplied = async (who: Person) => (await ask(who, "get", "/store/institution/occurrences")).data.occurrences.map(({ lines }: any) => lines[0].supplied)
      expect(await run(await signInStaff(getContainer(), "office", "500000"), first)).toMatchObject({ planned: 1, short: 1 })
      expect([await supplied(people.buyer), await supplied(people.other)]).toEqual([[15], [null]])
      expect(await run(await signInStaff(getContainer(), "office"), first)).toMatchObject({ planned: 1, short: 1 })
      expect([await supplied(people.buyer), await supplied(people.other)]).toEqual([[15], [5]])
    })

    it("shares it alike among more deliveries than one batch holds", async () => {
      const { tea, store } = world
      for (let number = 1; number <= 60; number++) await asBuyer("post", "standing-orders", plan({ name: `第 ${number} 食堂`, ends_on: first, lines: [{ variant_id: tea.variant_id, quantity: 4 }] }))
      await getContainer().resolve(Modules.INVENTORY).updateInventoryLevels([{ inventory_item_id: tea.inventory_item_id, location_id: store.stock_location_id, stocked_quantity: 120 }])
      expect(await run(await signInStaff(getContainer(), "office"), first)).toEqual({ planned: 60, placed: 0, short: 60, skipped: 0, failed: 0 })
      const { rows } = await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("select supplied::int as supplied, count(*)::int as deliveries from occurrence_line group by 1")
      expect(rows).toEqual([{ supplied: 2, deliveries: 60 }])
    })
  })
})
