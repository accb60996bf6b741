import { saveHouseholdsWorkflow } from "@fupin/benefit/workflows"
import { refuseExpiredDesignationsStep, importRegionsWorkflow, saveCertificatesWorkflow, saveDesignationsWorkflow, saveProducersWorkflow, saveProductProfilesWorkflow, saveRegionsWorkflow } from "@fupin/provenance/workflows"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "@fupin/provenance/modules/provenance"
import { Division, ProductDossier, ProductProvenance, VerifiedNumber } from "@fupin/contract/schemas"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { importStore } from "../../seed/importers/store"
import { createGoods } from "../support/goods"
import { household } from "../support/households"
import { shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

const TOWN = "500238104"
const USCC = "91350100M000100Y43"
const YEAR = { valid_from: "2026-01-01", valid_to: "2099-12-31" }
const sellGuarded = createWorkflow("test-sell-guarded", (input: { product_ids: string[] }) => new WorkflowResponse(refuseExpiredDesignationsStep(input)))

describeShop(({ api, getContainer, dbConnection }) => {
  async function open() {
    const store = await importStore(getContainer())
    await importRegionsWorkflow(getContainer()).run()
    const potato = await createGoods(getContainer(), store, "巫溪洋芋", 39.9)
    const { result: [producer] } = await saveProducersWorkflow(getContainer()).run({
      input: { producers: [{ name: "巫溪县古路镇薯业专业合作社", kind: "cooperative", uscc: USCC, region_code: TOWN }] },
    })
    const shop = shopHeaders(store)
    const ask = (path: string) => api.get(path, { ...shop, validateStatus: null })
    return { store, potato, producer: producer!, ask }
  }
  const describePotato = async (product_id: string, producer_id: string) =>
    (await saveProductProfilesWorkflow(getContainer()).run({ input: { profiles: [{ product_id, producer_id, origin_code: TOWN, valid_from: "2026-01-01" }] } })).result

  describe("divisions", () => {
    it("load once, and are walked from the province down", async () => {
      await dbConnection.raw("delete from division_flag; delete from division")
      const { result: first } = await importRegionsWorkflow(getContainer()).run()
      expect(first.divisions).toBeGreaterThan(44_000)
      expect(first.flags).toBe(831)
      expect((await importRegionsWorkflow(getContainer()).run()).result).toEqual({ divisions: 0, flags: 0 })
      const { ask } = await open()
      const below = async (parent?: string) => Division.array().parse((await ask(`/store/divisions${parent ? `?parent=${parent}` : ""}`)).data.divisions)
      expect(await below()).toHaveLength(31)
      expect((await below("500000")).find(({ name }) => name === "巫溪县")).toEqual({ code: "500238", name: "巫溪县", level: "county" })
      expect((await below("430900")).map(({ name }) => name)).toContain("大通湖区")
      expect((await below("430971")).length).toBeGreaterThanOrEqual(4)
      const called = async (q: string) => Division.array().parse((await ask(`/store/divisions?q=${encodeURIComponent(q)}`)).data.divisions)
      const county = { code: "500238", name: "巫溪县", level: "county", path: ["重庆市", "巫溪县"] }
      expect([(await called("巫溪"))[0], (await called("500238"))[0], await called("没有这个地方"), await called("%")]).toEqual([county, county, [], []])
      const cached = await ask("/store/divisions")
      expect(cached.headers["cache-control"]).toContain("max-age")
      expect((await ask("/store/divisions?parent=' or 1=1")).data).toMatchObject({ code: "invalid_input" })
    })
  })

  describe("a product's provenance", () => {
    it("is told on the wire as agreed, and by Query from the product", async () => {
      const { potato, producer, ask } = await open()
      expect((await ask(`/store/provenance/products/${potato.product_id}`)).data).toMatchObject({ code: "no_provenance" })
      await describePotato(potato.product_id, producer.id)
      await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝扶认〔2026〕0012号", product_id: potato.product_id, ...YEAR }] } })
      await saveCertificatesWorkflow(getContainer()).run({ input: { certificates: [
        { kind: "geographical_indication", number: "agi01234", issuer: "农业农村部", product_ids: [potato.product_id], area_code: "500238", valid_from: "2015-01-01" },
        { kind: "food_licence", number: "SC11550023800012", issuer: "巫溪县市场监督管理局", producer_id: producer.id, valid_from: "2020-01-01", valid_to: "2025-01-01" },
      ] } })
      const told = ProductProvenance.parse((await ask(`/store/provenance/products/${potato.product_id}`)).data)
      expect(told).toEqual({
        product_id: potato.product_id,
        designation: { number: "渝扶认〔2026〕0012号", status: "published", valid_to: "2099-12-31T16:00:00.000Z" },
        origin: { code: TOWN, path: ["重庆市", "巫溪县", "古路镇"], flags: ["county_832"] },
        producer: { id: producer.id, name: "巫溪县古路镇薯业专业合作社", kind: "cooperative" },
        certificates: [{ kind: "geographical_indication", number: "AGI01234", issuer: "农业农村部", valid_to: null }],
        linkage: { kinds: [], households: 0 },
        problem: null,
      })
      const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
      const reach = async (...fields: string[]) => (await query.graph({ entity: "product", filters: { id: potato.product_id }, fields })).data[0]
      expect(await reach("product_profiles.origin_code", "product_profiles.producer.name")).toMatchObject({ product_profiles: [{ origin_code: TOWN, producer: { name: producer.name } }] })
      expect(await reach("designations.number")).toMatchObject({ designations: [{ number: "渝扶认〔2026〕0012号" }] })
      expect(await reach("certified_products.certificate.number")).toMatchObject({ certified_products: [{ certificate: { number: "AGI01234" } }] })
      expect((await ask("/store/provenance/products/prod_none")).data).toMatchObject({ code: "unknown_product" })
      await getContainer().resolve(Modules.PRODUCT).updateProducts(potato.product_id, { status: "draft" })
      expect((await ask(`/store/provenance/products/${potato.product_id}`)).status).toBe(404)
    })

    it("loses its badge, and its sale, the moment the designation ends", async () => {
      const { potato, producer, ask } = await open()
      await describePotato(potato.product_id, producer.id)
      const badge = async () => (await ask(`/store/provenance/products/${potato.product_id}`)).data.designation
      const sell = () => sellGuarded(getContainer()).run({ input: { product_ids: [potato.product_id] } })
      await expect(sell()).resolves.toBeDefined()
      const ends = new Date(Date.now() + 1500).toISOString()
      await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝扶认0001", product_id: potato.product_id, valid_from: "2026-01-01", valid_to: ends }] } })
      expect(await badge()).toMatchObject({ number: "渝扶认0001" })
      await expect(sell()).resolves.toBeDefined()
      await new Promise((resolve) => setTimeout(resolve, 1600))
      expect(await badge()).toBeNull()
      expect((await ask(`/store/provenance/products/${potato.product_id}`)).data.problem).toMatchObject({ code: "designation_expired" })
      await expect(sell()).rejects.toMatchObject({ code: "designation_expired" })
      const verified = VerifiedNumber.parse((await ask(`/store/verify/${encodeURIComponent("渝扶认0001")}`)).data)
      expect(verified).toMatchObject({ kind: "designation", valid: false, reason: "expired", products: [{ title: "巫溪洋芋" }], origin: { path: ["重庆市", "巫溪县", "古路镇"] } })
      expect((await ask("/store/verify/9999999")).data).toMatchObject({ code: "unknown_number" })
      expect((await ask("/store/verify/9999999")).status).toBe(404)
    })

    it("shows a single household by its village only, unless it agreed to a name", async () => {
      const { potato, ask } = await open()
      await saveRegionsWorkflow(getContainer()).run({ input: { regions: [{ code: `${TOWN}201`, name: "观峰村" }] } })
      const { result: [farm] } = await saveHouseholdsWorkflow(getContainer()).run({ input: { households: [household(1)], regions: ["*"] } })
      const save = async (public_name: string | null) =>
        (await saveProducersWorkflow(getContainer()).run({ input: { producers: [{ name: "谭某某", kind: "household", region_code: `${TOWN}201`, beneficiary_id: farm!.id, public_name }] } })).result[0]!
      const farmer = await save(null)
      await saveProductProfilesWorkflow(getContainer()).run({ input: { profiles: [{ product_id: potato.product_id, producer_id: farmer.id, origin_code: `${TOWN}201`, valid_from: "2026-01-01" }] } })
      const told = async () => (await ask(`/store/provenance/products/${potato.product_id}`)).data
      expect(await told()).toMatchObject({ producer: { name: "观峰村农户" }, origin: { path: ["重庆市", "巫溪县", "古路镇", "观峰村"] } })
      expect(JSON.stringify(await told())).not.toContain("谭某某")
      expect((await save("谭大姐")).id).toBe(farmer.id)
      expect(await told(), "a name without the household's consent is not shown").toMatchObject({ producer: { name: "观峰村农户" } })
      await saveHouseholdsWorkflow(getContainer()).run({ input: { households: [household(1, { name_consent_on: "2026-01-01" })], regions: ["*"] } })
      expect(await told()).toMatchObject({ producer: { name: "观峰村谭大姐家" } })
    })
  })

  describe("saving", () => {
    it("twice changes nothing; a later profile ends the earlier; an overlap is refused", async () => {
      const { potato, producer } = await open()
      const again = await saveProducersWorkflow(getContainer()).run({ input: { producers: [{ name: "巫溪县薯业专业合作社（更名）", kind: "cooperative", uscc: USCC, region_code: TOWN }] } })
      expect(again.result[0]).toMatchObject({ id: producer.id, name: "巫溪县薯业专业合作社（更名）" })
      const save = (valid_from: string, valid_to: string | null = null) => saveProductProfilesWorkflow(getContainer()).run({
        input: { profiles: [{ product_id: potato.product_id, producer_id: producer.id, origin_code: TOWN, valid_from, valid_to }] }, throwOnError: false,
      })
      await save("2025-01-01")
      await save("2025-01-01")
      await save("2026-01-01")
      const provenance = getContainer().resolve<ProvenanceModuleService>(PROVENANCE_MODULE)
      const rows = await provenance.listProductProfiles({ product_id: potato.product_id }, { order: { valid_from: "ASC" } })
      expect(rows).toMatchObject([{ valid_to: new Date("2026-01-01T00:00:00+08:00") }, { valid_to: null }])
      expect((await save("2025-06-01", "2025-07-01")).errors[0]!.error).toMatchObject({ code: "profile_overlaps" })
      expect(await provenance.readRegionPaths([TOWN, "999999"])).toEqual({ [TOWN]: ["重庆市", "巫溪县", "古路镇"] })
    })
  })

  describe("staff", () => {
    it("see and set a product's page in their region, with refusals that say why", async () => {
      const { potato, producer, store } = await open()
      const office = await signInStaff(getContainer(), "office", "500238")
      const neighbour = await signInStaff(getContainer(), "office", "500237")
      const clerk = await signInStaff(getContainer(), "town_clerk", TOWN)
      const on = (staff: { headers: object }) => ({ ...staff, validateStatus: null })
      const post = (path: string, body: unknown, staff = office) => api.post(`/admin/provenance/${path}`, body, on(staff))
      const page = `products/${potato.product_id}`
      const profile = { producer_id: producer.id, origin_code: TOWN, valid_from: "2026-01-01" }

      expect((await post(`${page}/profile`, profile, neighbour)).data).toMatchObject({ code: "not_in_your_region" })
      expect((await post(`${page}/profile`, profile, clerk)).data).toMatchObject({ code: "missing_permission" })
      expect((await api.get(`/admin/provenance/${page}`, { validateStatus: null })).status).toBe(401)
      expect((await post(`${page}/profile`, profile)).status).toBe(201)
      expect((await post(`${page}/profile`, { ...profile, origin_code: "500237" }, neighbour)).data).toMatchObject({ code: "not_in_your_region" })
      expect((await api.get(`/admin/provenance/${page}`, on(neighbour))).status).toBe(403)

      const designation = (await post(`${page}/designations`, { number: "渝扶认0002", ...YEAR })).data.designation
      expect((await post(`designations/${designation.id}`, { status: "suspended" }, neighbour)).status).toBe(403)
      expect((await post(`designations/${designation.id}`, { status: "suspended" })).data.designation).toMatchObject({ id: designation.id, status: "suspended" })
      const [file] = await getContainer().resolve(Modules.FILE).createFiles([{ filename: "绿色食品证书.pdf", mimeType: "application/pdf", content: "%PDF-1.4", access: "private" }])
      const green = { kind: "green_food", number: "LB-15-20031234567A", issuer: "中国绿色食品发展中心", product_ids: [potato.product_id], ...YEAR, file_id: file!.id }
      expect((await post("certificates", green)).status).toBe(201)
      const dossier = ProductDossier.parse((await api.get(`/admin/provenance/${page}`, on(clerk))).data.dossier)
      expect(dossier).toMatchObject({
        profile: { producer: { id: producer.id }, origin: { path: ["重庆市", "巫溪县", "古路镇"] } },
        designations: [{ number: "渝扶认0002", status: "suspended", in_force: false }], certificates: [{ number: "LB-15-20031234567A", in_force: true }],
      })
      expect(dossier.certificates[0]!.file_url).toContain("static")
      await getContainer().resolve(Modules.FILE).deleteFiles([file!.id])
      const { data: list } = await api.get("/admin/provenance/producers?q=薯业", on(neighbour))
      expect(list.count).toBe(0)
      expect((await api.get("/admin/provenance/producers?q=薯业", on(office))).data.count).toBe(1)
      const other = await createGoods(getContainer(), store, "外地洋芋", 10)
      const administrator = await signInStaff(getContainer(), "administrator")
      const code = async (path: string, body: unknown) => (await post(path, body, administrator)).data.code
      expect(await code("certificates", { ...green, number: "12", file_id: null })).toBe("invalid_certificate_number")
      expect(await code("certificates", { ...green, file_id: "1-none.pdf" })).toBe("unknown_file")
      expect(await code("certificates", { ...green, file_id: "../../etc/passwd" })).toBe("unsupported_file")
      expect(await code("certificates", { ...green, kind: "geographical_indication", number: "AGI01234", area_code: "500237", file_id: null })).toBe("origin_outside_area")
      expect(await code("certificates", { ...green, issuer: "<script>alert(1)</script>" })).toBe("invalid_input")
      expect(await code("producers", { name: "甲'; drop table producer; --", kind: "household", region_code: TOWN })).toBe("invalid_input")
      expect(await code("producers", { name: "乙合作社", kind: "cooperative", uscc: "91350100M000100Y44", region_code: TOWN })).toBe("invalid_uscc")
      expect(await code("producers", { name: "乙合作社", kind: "cooperative", region_code: TOWN })).toBe("uscc_required")
      expect(await code("producers", { name: "丙农场", kind: "family_farm", region_code: "999999" })).toBe("unknown_region")
      expect(await code(`products/${other.product_id}/profile`, { ...profile, producer_id: "prdc_none" })).toBe("unknown_producer")
      expect(await code("products/prod_none/profile", profile)).toBe("unknown_product")
      expect(await code(`products/${other.product_id}/designations`, { number: "渝扶认0002", ...YEAR })).toBe("designation_of_another_product")
      expect(await code(`products/${other.product_id}/designations`, { number: "渝扶认0003", valid_from: "2026-02-01", valid_to: "2026-01-01" })).toBe("invalid_validity")
      expect(await code("regions", { regions: [{ code: "500239", name: "某县" }] })).toBe("not_a_village")
      expect(await code("regions", { regions: [{ code: "500999001201", name: "某村" }] })).toBe("unknown_region")
      expect((await post("regions", { regions: [{ code: `${TOWN}201`, name: "观峰村" }], flags: [{ region_code: `${TOWN}201`, flag: "former_poor_village", valid_from: "2014-01-01", valid_to: "2020-12-31" }] })).data).toEqual({ regions: 1, flags: 1 })
      expect((await api.get("/admin/provenance/producers", on(administrator))).data.count).toBe(1)
    })
  })
})
