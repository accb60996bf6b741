import { saveHouseholdsWorkflow, saveLinkagesWorkflow } from "@fupin/benefit/workflows"
import { LinkageList } from "@fupin/contract/schemas"
import { saveProducersWorkflow, saveProductProfilesWorkflow, saveRegionsWorkflow } from "@fupin/provenance/workflows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { importStore } from "../../seed/importers/store"
import { createGoods } from "../support/goods"
import { household, linkage } from "../support/households"
import { buy } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

describeShop(({ api, getContainer }) => {
  const sql = async (text: string, values: any[] = []) => (await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)).rows
  const ask = (path: string, headers: object, body?: unknown) =>
    body === undefined ? api.get(`/admin/benefit/${path}`, { headers, validateStatus: null }) : api.post(`/admin/benefit/${path}`, body, { headers, validateStatus: null })
  const share = (bp: number) => [{ target: { kind: "all" as const }, share: { kind: "revenue_share" as const, bp } }]

  async function openScene() {
    const container = getContainer()
    const store = await importStore(container)
    await saveRegionsWorkflow(container).run({ input: { regions: [
      { code: "500000", name: "重庆市" }, { code: "500238", name: "巫溪县" }, { code: "500238104", name: "古路镇" }, { code: "500238104201", name: "观峰村" },
    ] } })
    const goods = await createGoods(container, store, "巫溪洋芋", 20)
    const { result: [producer] } = await saveProducersWorkflow(container).run({ input: { producers: [{ name: "古路薯业作坊", kind: "workshop", region_code: "500238104" }] } })
    await saveProductProfilesWorkflow(container).run({ input: { profiles: [{ product_id: goods.product_id, producer_id: producer!.id, origin_code: "500238104201", valid_from: "2026-01-01" }] } })
    const { result: saved } = await saveHouseholdsWorkflow(container).run({ input: { households: [household(1), household(2)], regions: ["*"] } })
    return { store, goods, producer_id: producer!.id, ids: saved.map(({ id }) => id), office: (await signInStaff(container, "office", "500238")).headers, second: (await signInStaff(container, "office", "500238")).headers }
  }

  describe("linkage agreements", () => {
    it("are drafted by one, approved by another, once, within the base and without touching a past sale", async () => {
      const { store, goods, producer_id, ids, office, second } = await openScene()
      const draft = await ask("linkages", office, linkage("联结-001", producer_id, ids, share(6_000)))
      expect(draft.status).toBe(201)
      const [version] = draft.data.version_ids
      expect((await ask(`linkages/${version}/approve`, office, {})).data).toMatchObject({ code: "second_person_required" })
      expect((await ask(`linkages/${version}/approve`, second, {})).status).toBe(200)
      expect((await ask(`linkages/${version}/approve`, second, {})).data).toMatchObject({ code: "already_approved" })
      expect((await ask("linkages", office, linkage("联结-001", producer_id, ids, share(6_000)))).data).toEqual({ version_ids: [] })

      const beyond = await ask("linkages", office, linkage("联结-002", producer_id, ids, share(4_001)))
      expect((await ask(`linkages/${beyond.data.version_ids[0]}/approve`, second, {})).data).toMatchObject({ code: "shares_exceed_base" })
      const dear = await ask("linkages", office, linkage("联结-003", producer_id, ids, [{ target: { kind: "product", id: goods.product_id }, share: { kind: "per_unit", fen: 801 } }]))
      expect((await ask(`linkages/${dear.data.version_ids[0]}/approve`, second, {})).data).toMatchObject({ code: "shares_exceed_base" })

      await buy(api, store, [{ variant_id: goods.variant_id, quantity: 1 }])
      const back = await ask("linkages", office, linkage("联结-001", producer_id, ids, share(5_000), { valid_from: "2026-06-01T00:00:00+08:00" }))
      expect((await ask(`linkages/${back.data.version_ids[0]}/approve`, second, {})).data).toMatchObject({ code: "linkage_touches_past_sale" })
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
      const ahead = await ask("linkages", office, linkage("联结-001", producer_id, ids, share(5_000), { valid_from: tomorrow }))
      expect((await ask(`linkages/${ahead.data.version_ids[0]}/approve`, second, {})).status).toBe(200)
      const { linkages } = LinkageList.parse((await ask(`linkages?producer_id=${producer_id}`, office)).data)
      expect(linkages.find(({ id }) => id === version)).toMatchObject({ version: 1, state: "approved", valid_to: tomorrow, members: [{ name: "王**" }, { name: "王**" }] })
      expect(JSON.stringify(linkages)).not.toContain("王小")
    })

    it("cannot be changed, removed or prolonged behind the house's back", async () => {
      const { producer_id, ids } = await openScene()
      const save = () => saveLinkagesWorkflow(getContainer()).run({ input: { linkages: [linkage("联结-001", producer_id, ids, share(3_000), { valid_to: "2027-01-01T00:00:00+08:00" })], created_by: "a", approved_by: "b" } })
      await save()
      await save()
      expect(await sql("select count(*)::int as n from linkage_version")).toEqual([{ n: 1 }])
      for (const attack of [
        `update linkage_version set terms = '{"rules":[]}'`, "update linkage_version set valid_to = null", "update linkage_version set approved_by = 'c'", "update linkage_version set valid_to = valid_to + interval '1 day'",
        "delete from linkage_version", "truncate linkage_version cascade", "update linkage_member set weight = 9", "delete from linkage_member", "update linkage_agreement set producer_id = 'x'",
      ]) await expect(sql(attack), attack).rejects.toThrow(/only grows|does not change|keeps its number/)
      await expect(saveLinkagesWorkflow(getContainer()).run({ input: { linkages: [linkage("联结-009", producer_id, ids, share(1))], created_by: "a", approved_by: "a" } })).rejects.toMatchObject({ code: "second_person_required" })
      expect(await sql("select count(*)::int as n from linkage_version")).toEqual([{ n: 1 }])
    })

    it("refuse bad input and those who may not, and write nothing", async () => {
      const { producer_id, ids, office } = await openScene()
      const good = linkage("联结-001", producer_id, ids, share(3_000))
      const elsewhere = (await signInStaff(getContainer(), "office", "500237")).headers
      const clerk = (await signInStaff(getContainer(), "town_clerk")).headers
      const member = good.members[0]!
      const cases: [string, object, object, number, string][] = [
        ["nobody", {}, good, 401, "not_signed_in"], ["a clerk", clerk, good, 403, "missing_permission"], ["an office next door", elsewhere, good, 403, "not_in_your_region"],
        ["a weight of nothing", office, { ...good, members: [{ ...member, weight: 0 }] }, 400, "invalid_input"], ["a negative weight", office, { ...good, members: [{ ...member, weight: -1 }] }, 400, "invalid_input"],
        ["half a weight", office, { ...good, members: [{ ...member, weight: 0.5 }] }, 400, "invalid_input"], ["nobody to share", office, { ...good, members: [] }, 400, "invalid_input"],
        ["a member twice", office, { ...good, members: [member, member] }, 400, "duplicate_member"], ["a stranger", office, { ...good, members: [{ ...member, beneficiary_id: "hh_none" }] }, 400, "unknown_beneficiary"],
        ["more than all", office, { ...good, rules: share(10_001) }, 400, "invalid_input"], ["an end before the beginning", office, { ...good, valid_to: "2025-01-01T00:00:00+08:00" }, 400, "invalid_dates"],
        ["HTML in the title", office, { ...good, title: "<img src=x onerror=alert(1)>" }, 400, "invalid_input"], ["SQL in the number", office, { ...good, number: "'; drop table linkage_version; --" }, 400, "invalid_input"],
        ["an unknown producer", office, { ...good, producer_id: "prdc_none" }, 400, "unknown_producer"],
      ]
      for (const [what, headers, body, status, code] of cases) {
        const answer = await ask("linkages", headers, body)
        expect([what, answer.status, answer.data.code]).toEqual([what, status, code])
      }
      expect(await sql("select (select count(*) from linkage_agreement)::int + (select count(*) from linkage_version)::int as n")).toEqual([{ n: 0 }])
      expect((await ask("linkages", elsewhere)).data).toEqual({ linkages: [], count: 0 })
    })
  })
})
