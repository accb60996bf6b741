import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "@fupin/benefit/modules/household"
import { saveHouseholdsWorkflow } from "@fupin/benefit/workflows"
import { AccessLog, HouseholdList, MaskedHousehold } from "@fupin/contract/schemas"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { household, syntheticId } from "../support/households"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

describeShop(({ api, getContainer }) => {
  const ask = (method: "get" | "post", path: string, headers: object, body: unknown = {}) => {
    const options = { headers, validateStatus: null }
    return method === "get" ? api.get(`/admin/benefit/${path}`, options) : api.post(`/admin/benefit/${path}`, body, options)
  }
  const sql = async (text: string, values: any[] = []) => (await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)).rows

  /** Every text of every table of the database. */
  async function dump(): Promise<string> {
    const tables = await sql("select tablename from pg_tables where schemaname = 'public'")
    const texts = await Promise.all(tables.map(({ tablename }: { tablename: string }) => sql(`select coalesce(string_agg(t::text, E'\\n'), '') as text from "${tablename}" t`)))
    return texts.map(([{ text }]) => text).join("\n")
  }

  describe("households", () => {
    it("are saved, masked, found by ID number, changed, and never shown or stored in clear", async () => {
      const office = (await signInStaff(getContainer(), "office", "500238")).headers
      const input = household(1)
      const made = await ask("post", "households", office, input)
      expect(made.status).toBe(201)
      const saved = MaskedHousehold.parse(made.data.household)
      expect(saved).toMatchObject({ name: "王**", payee_name: "王**", id_number: expect.stringMatching(/^5002\*{12}\d[\dX]$/), phone: "138****0001", bank_account: "****0001" })

      const list = HouseholdList.parse((await ask("get", "households?q=HH-0001&status=lifted", office)).data)
      expect(list).toMatchObject({ count: 1, households: [{ id: saved.id }] })
      expect((await ask("get", "households?status=registered_poor", office)).data.count).toBe(0)
      expect((await ask("post", "household-lookup", office, { id_number: ` ${input.id_number} ` })).data).toMatchObject({ count: 1 })
      expect((await ask("post", "household-lookup", office, { id_number: syntheticId(2) })).data).toMatchObject({ count: 0 })

      const changed = await ask("post", `households/${saved.id}`, office, { phone: "13900000002", statuses: [{ status: "lifted", valid_from: "2020-11-01", valid_to: "2026-01-01" }] })
      expect(changed.data.household).toMatchObject({ phone: "139****0002", bank_account: "****0001", name: "王**" })
      expect(changed.data.household.statuses).toContainEqual({ status: "lifted", valid_from: "2020-11-01", valid_to: "2026-01-01" })

      const everything = `${await dump()}${JSON.stringify([made.data, list, changed.data])}`
      for (const secret of [input.id_number!, input.phone!, input.bank_account!, "13900000002"]) expect(everything).not.toContain(secret)
    })

    it("are revealed for a reason, in region, with a trace that cannot be removed", async () => {
      const { result: [saved] } = await saveHouseholdsWorkflow(getContainer()).run({ input: { households: [household(1)], regions: ["*"] } })
      const office = await signInStaff(getContainer(), "office", "500238")
      const reveal = (headers: object, reason = "核对银行账号", fields = ["id_number", "bank_account"]) => ask("post", `households/${saved!.id}/reveal`, headers, { fields, reason })

      const shown = await reveal(office.headers)
      expect(shown.data).toEqual({ id: saved!.id, name: "王小1", payee_name: "王小1", fields: { id_number: syntheticId(1), bank_account: household(1).bank_account } })
      expect(await sql("select actor_id, reason, fields from personal_data_access")).toEqual([{ actor_id: office.user_id, reason: "核对银行账号", fields: ["id_number", "bank_account"] }])

      const elsewhere = (await signInStaff(getContainer(), "office", "500237")).headers
      const clerk = (await signInStaff(getContainer(), "town_clerk", "500238104")).headers
      const auditor = (await signInStaff(getContainer(), "auditor")).headers
      for (const [headers, status, code] of [[elsewhere, 403, "not_in_your_region"], [clerk, 403, "missing_permission"], [auditor, 403, "missing_permission"], [{}, 401, undefined]] as const) {
        const answer = await reveal(headers)
        expect([answer.status, answer.data.code]).toEqual([status, code ?? answer.data.code])
      }
      expect((await reveal(office.headers, "看看")).data).toMatchObject({ code: "reason_required" })
      expect((await reveal(office.headers, "核对银行账号", ["password"])).status).toBe(400)
      expect(await sql("select count(*)::int as n from personal_data_access")).toEqual([{ n: 1 }])
      for (const attack of ["delete from personal_data_access", "update personal_data_access set reason = ''", "truncate personal_data_access"]) await expect(sql(attack)).rejects.toThrow(/only grows/)
    })

    it("leave a log of who looked, which names nothing that was seen", async () => {
      const { result: [first] } = await saveHouseholdsWorkflow(getContainer()).run({ input: { households: [household(1), household(2), household(3, { region_code: "500237001001" })], regions: ["*"] } })
      const office = await signInStaff(getContainer(), "office", "500238")
      const auditor = (await signInStaff(getContainer(), "auditor", "500238")).headers
      await ask("post", `households/${first!.id}/reveal`, office.headers, { fields: ["id_number"], reason: "核对银行账号" })
      await ask("post", `households/${first!.id}/reveal`, office.headers, { fields: ["id_number"], reason: "核对银行账号" })
      const module = getContainer().resolve<HouseholdModuleService>(HOUSEHOLD_MODULE)
      const everyone = (await module.listHouseholds({})).map(({ id }) => id)
      await module.appendAccess(everyone, { actor_id: office.user_id, action: "export", fields: ["name", "id_number"], reason: "报区乡村振兴局（附件，2026-11）" })
      const read = async (query = "", headers = auditor) => AccessLog.parse((await ask("get", `access-log${query}`, headers)).data)

      const log = await read()
      expect(log.count).toBe(3)
      expect(log.accesses[0]).toMatchObject({ action: "export", household_count: 2, households: [{ code: "HH-0001", name: "王**" }, { code: "HH-0002", name: "王**" }] })
      expect(log.accesses[1]).toMatchObject({ action: "reveal", actor: { id: office.user_id, email: expect.stringContaining("office-500238") }, fields: ["id_number"], reason: "核对银行账号", household_count: 1 })
      for (const secret of [syntheticId(1), household(1).phone!, "王小1"]) expect(JSON.stringify(log)).not.toContain(secret)
      expect((await read("?household_code=HH-0002")).accesses.map(({ action }) => action)).toEqual(["export"])
      expect(await read("?action=reveal&actor=OFFICE-5&limit=1&offset=1")).toMatchObject({ count: 2, accesses: [{ action: "reveal" }] })
      expect(await read("?limit=1&offset=9")).toMatchObject({ count: 3, accesses: [] })
      expect(await read("?to=2020-01-01")).toMatchObject({ count: 0 })
      expect((await read("", (await signInStaff(getContainer(), "administrator", "500237")).headers)).accesses).toMatchObject([{ action: "export", household_count: 1, households: [{ code: "HH-0003" }] }])
      expect((await ask("get", "access-log", office.headers)).data).toMatchObject({ code: "missing_permission" })
      expect((await ask("get", "access-log?from=yesterday", auditor)).data).toMatchObject({ code: "invalid_input" })
    })

    it("stay with those who may see them", async () => {
      const { result: [here, there] } = await saveHouseholdsWorkflow(getContainer()).run({ input: { households: [household(1), household(2, { region_code: "500237001001" })], regions: ["*"] } })
      const clerk = (await signInStaff(getContainer(), "town_clerk", "500238104")).headers
      const nobody = (await signInStaff(getContainer())).headers
      expect((await ask("get", "households", clerk)).data).toMatchObject({ count: 1, households: [{ id: here!.id }] })
      expect((await ask("get", "households?region=500237", clerk)).data).toMatchObject({ count: 0 })
      expect((await ask("post", "household-lookup", clerk, { id_number: syntheticId(2) })).data).toMatchObject({ count: 0 })
      const cases: [string, "get" | "post", string, object, unknown, number, string][] = [
        ["list without signing in", "get", "households", {}, undefined, 401, "not_signed_in"],
        ["list without a role", "get", "households", nobody, undefined, 403, "missing_permission"],
        ["read next door", "get", `households/${there!.id}`, clerk, undefined, 403, "not_in_your_region"],
        ["change next door", "post", `households/${there!.id}`, clerk, { name: "李四" }, 403, "not_in_your_region"],
        ["move next door", "post", `households/${here!.id}`, clerk, { region_code: "500237001001" }, 403, "not_in_your_region"],
        ["create next door", "post", "households", clerk, household(3, { region_code: "500237001001" }), 400, "not_in_your_region"],
        ["overwrite by code", "post", "households", clerk, household(1, { name: "李四" }), 403, "household_code_taken"],
        ["read nothing", "get", "households/hh_none", clerk, undefined, 404, "not_found"],
      ]
      for (const [what, method, path, headers, body, status, code] of cases) {
        const answer = await ask(method, path, headers, body)
        expect([what, answer.status, answer.data.code]).toEqual([what, status, code])
      }
    })

    it("refuse bad input with a code and a sentence, and write nothing", async () => {
      const office = (await signInStaff(getContainer(), "office")).headers
      await ask("post", "households", office, household(1))
      const wrong = `${syntheticId(2).slice(0, 17)}${syntheticId(2).endsWith("1") ? "2" : "1"}`
      const cases: [string, object, string][] = [
        ["a wrong check digit", household(2, { id_number: wrong }), "invalid_id_number"],
        ["no province", household(2, { id_number: syntheticId(2, "999999") }), "invalid_id_number"],
        ["a known ID number", household(2, { id_number: syntheticId(1) }), "duplicate_id_number"],
        ["HTML in the name", household(2, { name: "<script>alert(1)</script>" }), "invalid_input"],
        ["SQL in the code", household(2, { code: "x'; drop table household; --" }), "invalid_input"],
        ["a county for a village", household(2, { region_code: "500238" }), "invalid_input"],
        ["a phone with letters", household(2, { phone: "138-CALL-ME" }), "invalid_input"],
        ["an account of letters", household(2, { bank_account: "DROP TABLE" }), "invalid_input"],
        ["an end before the beginning", household(2, { statuses: [{ status: "lifted", valid_from: "2020-01-01", valid_to: "2019-01-01" }] }), "invalid_dates"],
        ["an unknown field", { ...household(2), is_admin: true }, "invalid_input"],
      ]
      for (const [what, body, code] of cases) {
        const answer = await ask("post", "households", office, body)
        expect([what, answer.status, answer.data.code]).toEqual([what, 400, code])
        expect(answer.data.message).not.toContain(syntheticId(1))
      }
      expect(await sql("select code from household")).toEqual([{ code: "HH-0001" }])
      expect((await ask("get", "households?q=%25' or 1=1 --", office)).data.count).toBe(0)
      expect((await ask("get", "households?limit=0", office)).data.code).toBe("invalid_input")
    })

    it("are imported twice without doubling, and six hundred in one call", async () => {
      const households = Array.from({ length: 600 }, (_, i) => household(i + 1, { id_number: syntheticId(i + 1) }))
      const save = () => saveHouseholdsWorkflow(getContainer()).run({ input: { households, regions: ["*"] } })
      const { result: first } = await save()
      const before = await sql("select id, id_number_sealed, updated_at from household order by id")
      const { result: second } = await save()
      expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id))
      expect(second.some(({ is_new }) => is_new)).toBe(false)
      expect(await sql("select id, id_number_sealed, updated_at from household order by id")).toEqual(before)
      expect(await sql("select count(*)::int as n from household_status")).toEqual([{ n: 1200 }])
    })
  })
})
