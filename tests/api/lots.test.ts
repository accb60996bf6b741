import { saveHouseholdsWorkflow } from "@fupin/benefit/workflows"
import { VerifiedNumber, type WorkbenchLots } from "@fupin/contract/schemas"
import { saveProducersWorkflow, saveProductProfilesWorkflow } from "@fupin/provenance/workflows"
import { createGoods } from "../support/goods"
import { household } from "../support/households"
import { dayFromNow, openInstitutions } from "../support/institution"
import { shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { openWorkbenchWorld, type WorkbenchWorld } from "../support/workbench-world"

type Person = { headers: Record<string, string> }
type Answer = { status: number; data: any; code?: string }

describeShop(({ api, getContainer }) => {
  let world: WorkbenchWorld
  beforeEach(async () => { world = await openWorkbenchWorld(getContainer(), api, await openInstitutions(getContainer())) })

  const post = async (person: Person, path: string, body: object): Promise<Answer> => {
    const { status, data } = await api.post(path, body, { headers: person.headers, validateStatus: null })
    return { status, data, code: data?.code }
  }
  const bench = (person: Person, path: string, body: object) => post(person, `/store/workbench/${path}`, body)
  const listed = async (person: Person, producer_id: string): Promise<WorkbenchLots> => (await api.get(`/store/workbench/lots?producer_id=${producer_id}`, { headers: person.headers })).data
  const verify = async (code: string) => (await api.get(`/store/verify/${encodeURIComponent(code)}`, { ...shopHeaders(world.store), validateStatus: null })).data

  it("is entered by its producer for its own goods alone, once, and by staff of where the goods are from", async () => {
    const { people: { seller, rival }, wuxi, enshi, potato, rice, tea } = world
    const enter = (person: Person, producer_id: string, product_id: string, more: object = {}) => bench(person, "lots", { producer_id, product_id, made_on: dayFromNow(0), ...more })
    const made = await enter(seller, wuxi.id, potato.product_id, { best_before: dayFromNow(20), report: "JC-2026-118" })
    expect([made.status, made.data.lot]).toEqual([201, expect.objectContaining({ code: expect.stringMatching(/^PC\d{6}-[2-9A-HJKMNP-Z]{6}$/), product_id: potato.product_id, entered_as: "producer", withdrawn: null, expired: false })])
    const again = await enter(seller, wuxi.id, potato.product_id, { best_before: dayFromNow(20), report: "JC-2026-118" })
    expect(again.data.lot.id).toBe(made.data.lot.id)
    expect([(await enter(seller, wuxi.id, potato.product_id)).code, (await enter(seller, wuxi.id, potato.product_id, { mark: "二车间" })).status]).toEqual(["lot_exists", 201])
    expect([(await enter(seller, wuxi.id, tea.product_id)).code, (await enter(seller, enshi.id, tea.product_id)).code, (await enter(rival, wuxi.id, potato.product_id)).code]).toEqual(["lot_not_own_product", "not_a_producer_member", "not_a_producer_member"])
    expect([(await enter(seller, wuxi.id, rice.product_id, { made_on: dayFromNow(1) })).code, (await enter(seller, wuxi.id, rice.product_id, { best_before: dayFromNow(-1) })).code]).toEqual(["lot_made_in_future", "lot_best_before_early"])
    const [office, elsewhere] = [await signInStaff(getContainer(), "office", "500000"), await signInStaff(getContainer(), "office", "420000")]
    const byStaff = (person: Person) => post(person, `/admin/provenance/products/${rice.product_id}/lots`, { made_on: dayFromNow(-2) })
    expect([(await byStaff(elsewhere)).code, (await byStaff(office)).data.lot]).toEqual(["not_in_your_region", expect.objectContaining({ producer_id: wuxi.id, entered_as: "staff" })])
    const [own, other] = [await listed(seller, wuxi.id), await listed(rival, enshi.id)]
    expect([own.lots.length, own.products.map(({ id }) => id).sort(), other.lots, other.products.map(({ id }) => id)]).toEqual([4, [potato.product_id, rice.product_id].sort(), [], [tea.product_id]])
    const { data: { dossier } } = await api.get(`/admin/provenance/products/${potato.product_id}`, { headers: office.headers })
    expect(dossier.lots.map(({ mark }: { mark: string }) => mark).sort()).toEqual(["", "", "二车间"])
  })

  it("answers to its code with what it is, and says so once it is taken back", async () => {
    const { people: { seller, rival }, wuxi, potato } = world
    const { data: { lot } } = await bench(seller, "lots", { producer_id: wuxi.id, product_id: potato.product_id, made_on: dayFromNow(-3), best_before: dayFromNow(20), report: "JC-2026-118", mark: "A3" })
    const found = VerifiedNumber.parse(await verify(` ${lot.code.toLowerCase()} `))
    expect(found).toMatchObject({ kind: "lot", label: "商品批次", number: lot.code, valid: true, reason: null, report: "JC-2026-118", issuer: null, products: [{ id: potato.product_id, title: "巫溪洋芋" }], producer: { name: wuxi.name }, origin: { code: "500238104", path: ["重庆市", "巫溪县", "古路镇"] } })
    expect((await verify("PC260101-ZZZZZZ")).code).toBe("unknown_number")
    const withdraw = (person: Person, reason = "抽检不合格，全部召回") => bench(person, `lots/${lot.id}/withdraw`, { reason })
    expect([(await withdraw(rival)).code, (await withdraw(seller, "无")).code]).toEqual(["not_a_producer_member", "invalid_input"])
    expect((await withdraw(seller)).data.lot.withdrawn).toBe("抽检不合格，全部召回")
    expect((await withdraw(seller, "改个说法，重新写过")).data.lot.withdrawn).toBe("抽检不合格，全部召回")
    expect(await verify(lot.code)).toMatchObject({ valid: false, reason: "withdrawn" })
    expect((await bench(seller, "lots/lot_none/withdraw", { reason: "登记有误了" })).status).toBe(404)
    expect((await bench(seller, "lots", { producer_id: wuxi.id, product_id: potato.product_id, made_on: dayFromNow(-3), best_before: dayFromNow(20), report: "JC-2026-118", mark: "A3" })).data.lot.id).not.toBe(lot.id)
  })

  it("of a household's goods names the village and nobody", async () => {
    const [container, secret] = [getContainer(), household(3)]
    const { result: [head] } = await saveHouseholdsWorkflow(container).run({ input: { households: [secret], regions: ["*"] } })
    const honey = await createGoods(container, world.store, "土蜂蜜", 88)
    const { result: [farm] } = await saveProducersWorkflow(container).run({ input: { producers: [{ name: "某农户", kind: "household", region_code: "500238104201", beneficiary_id: (head as { id: string }).id }] } })
    await saveProductProfilesWorkflow(container).run({ input: { profiles: [{ product_id: honey.product_id, producer_id: farm!.id, origin_code: "500238104201", valid_from: "2026-01-01" }] } })
    const office = await signInStaff(container, "office", "500000")
    const { data: { lot } } = await post(office, `/admin/provenance/products/${honey.product_id}/lots`, { made_on: dayFromNow(-1) })
    const found = await verify(lot.code)
    expect([found.kind, found.producer]).toEqual(["lot", { name: "观峰村农户", kind: "household" }])
    expect(JSON.stringify(found)).not.toContain("某农户")
  })
})
