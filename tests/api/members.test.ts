import { tellNotices } from "@fupin/institution/notices/tell"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Migration20261123060101 } from "../../plugins/institution/src/modules/institution/migrations/Migration20261123060101"
import { openSpending, type SpendingWorld } from "../support/spending"
import { signInCustomer } from "../support/customer"
import { describeShop } from "../support/shop"

type Who = { headers: Record<string, string> }
type Person = Who & { customer_id: string; email: string }

describeShop(({ api, getContainer }) => {
  let world: SpendingWorld
  let manager: Person
  const ask = async (who: Who, method: "get" | "post", path: string, body: unknown = {}): Promise<{ status: number; data: any }> =>
    method === "get" ? api.get(path, { headers: who.headers, validateStatus: null }) : api.post(path, body, { headers: who.headers, validateStatus: null })
  const desk = (who: Who, method: "get" | "post", path: string, body?: object) => ask(who, method, `/store/institution/${path}`, body)
  const office = (path: string, body: object = {}) => ask(world.office, "post", `/admin/institution/${path}`, body)
  const person = (name: string): Promise<Person> => signInCustomer(getContainer(), world.store, `${name}@example.cn`, name)
  const inUnit = (body: object) => ({ organisation_id: world.unit.id, ...body })
  const list = async (who: Who = manager) => (await desk(who, "get", `members?organisation_id=${world.unit.id}`)).data
  const rolesOf = async (who: Who): Promise<string[]> => ((await desk(who, "get", "organisations")).data.organisations.find(({ id }: any) => id === world.unit.id)?.roles ?? []).sort()
  const invite = async (role: string, who: Who = manager) => (await desk(who, "post", "members/invitations", inUnit({ role, note: "新同事" }))).data.code as string
  const join = (who: Who, code: string) => desk(who, "post", "invitations", { code })
  const name = async (who: Person) => {
    const { data: { member } } = await office(`organisations/${world.unit.id}/members`, { email: who.email, role: "manager" })
    await office(`members/${member.id}/verify`)
  }

  beforeAll(async () => {
    world = await openSpending(getContainer())
    manager = await person("manager")
    await name(manager)
  })

  describe("a unit's manager", () => {
    it("invites: who buys, receives or looks counts at once, who approves or pays once the office verified them", async () => {
      const [buyer, approver] = [await person("new-buyer"), await person("new-approver")]
      expect((await join(buyer, await invite("buyer"))).status).toBe(201)
      expect(await rolesOf(buyer)).toEqual(["buyer"])
      expect((await join(approver, await invite("approver"))).status).toBe(201)
      expect(await rolesOf(approver)).toEqual([])
      const { members } = await list()
      const waiting = members.find(({ customer_id }: any) => customer_id === approver.customer_id)
      expect([waiting.role, waiting.verified_at]).toEqual(["approver", null])
      await office(`members/${waiting.id}/verify`)
      expect(await rolesOf(approver)).toEqual(["approver"])
      expect((await desk(manager, "post", "members/invitations", inUnit({ role: "manager" }))).data.code).toBe("invalid_input")
    })

    it("sees codes only when issued, revokes them, and joins by none of its own", async () => {
      const code = await invite("viewer")
      expect((await join(manager, code)).data.code).toBe("own_role")
      const { invitations } = await list()
      expect(JSON.stringify(invitations)).not.toContain(code)
      expect((await desk(manager, "post", `members/invitations/${invitations[0].id}/revoke`)).status).toBe(200)
      expect((await desk(manager, "post", `members/invitations/${invitations[0].id}/revoke`)).data.code).toBe("not_found")
      expect((await join(await person("late"), code)).data.code).toBe("invitation_closed")
    })

    it("adds roles to others and none to itself, and ends roles and persons at once", async () => {
      const cook = await person("cook")
      const code = await invite("viewer")
      await join(cook, code)
      const add = (customer_id: string, role: string, who: Who = manager) => desk(who, "post", "members/roles", inUnit({ customer_id, role }))
      expect((await add(cook.customer_id, "receiver")).status).toBe(201)
      expect((await add(cook.customer_id, "receiver")).data.code).toBe("role_held")
      expect((await add(cook.customer_id, "finance")).status).toBe(201)
      expect(await rolesOf(cook)).toEqual(["receiver", "viewer"])
      expect((await add(manager.customer_id, "approver")).data.code).toBe("own_role")
      expect((await add(world.people.stranger.customer_id, "viewer")).data.code).toBe("not_a_member")
      expect((await add(cook.customer_id, "buyer", world.buyer)).data.code).toBe("role_not_allowed")
      const { members } = await list()
      const viewer = members.find((one: any) => one.customer_id === cook.customer_id && one.role === "viewer")
      expect((await desk(world.buyer, "post", `members/roles/${viewer.id}/end`)).data.code).toBe("role_not_allowed")
      expect((await desk(manager, "post", `members/roles/${viewer.id}/end`)).status).toBe(200)
      expect(await rolesOf(cook)).toEqual(["receiver"])
      expect((await desk(manager, "post", "members/end", inUnit({ customer_id: cook.customer_id }))).status).toBe(200)
      expect(await rolesOf(cook)).toEqual([])
      expect((await desk(manager, "post", "members/end", inUnit({ customer_id: cook.customer_id }))).data.code).toBe("not_found")
      expect((await join(cook, code)).data.code).toBe("invitation_closed")
      expect((await add(cook.customer_id, "viewer")).data.code).toBe("not_a_member")
      await join(cook, await invite("viewer"))
      expect(await rolesOf(cook)).toEqual(["viewer"])
    })

    it("is always left: the last does not go, and of two who end each other at the same moment one stays", async () => {
      const end = (who: Person, whom: Person) => desk(who, "post", "members/end", inUnit({ customer_id: whom.customer_id }))
      expect((await end(manager, manager)).data.code).toBe("last_manager")
      const second = await person("second")
      await name(second)
      const answers = await Promise.all([end(manager, second), end(second, manager)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
      expect((await list(answers[0]!.status === 200 ? manager : second)).members.filter(({ role }: any) => role === "manager")).toHaveLength(1)
    })

    it("of yesterday opens no door: what its invitations gave waits for the office", async () => {
      const [former, newcomer] = [await person("former"), await person("newcomer")]
      await name(former)
      const code = await invite("buyer", former)
      await desk(manager, "post", "members/end", inUnit({ customer_id: former.customer_id }))
      expect((await desk(former, "get", `members?organisation_id=${world.unit.id}`)).data.code).toBe("not_a_member")
      expect((await join(newcomer, code)).status).toBe(201)
      expect(await rolesOf(newcomer)).toEqual([])
    })

    it("finds every change with who made it and when, and is told of it as is whom it concerns", async () => {
      const chef = await person("chef")
      await join(chef, await invite("receiver"))
      const { members, events } = await list()
      expect(events.map(({ act, role, name: whom, by_name, counts }: any) => [act, role, whom, by_name, counts])).toEqual([
        ["joined", "receiver", "chef", "chef", true], ["invited", "receiver", null, "manager", false], ["verified", "manager", "manager", null, true], ["added", "manager", "manager", null, false],
        ...["approver", "approver", "approver", "buyer"].map(() => expect.anything()), ...["buyer", "receiver", "finance", "viewer"].map(() => expect.anything()),
      ])
      expect(members.filter(({ role }: any) => role === "manager").map(({ email }: any) => email)).toEqual(["manager@example.cn"])
      await tellNotices(getContainer(), new Date())
      const told = async (who: Who) => (await desk(who, "get", `notices?organisation_id=${world.unit.id}`)).data.notices.map(({ title }: any) => title)
      expect(await told(manager)).toContain("chef 加入了单位")
      expect(await told(chef)).toEqual(["chef 加入了单位"])
      expect(await told(manager)).not.toContain("manager 增加了角色：管理员")
      expect(await told(world.viewer)).not.toContain("chef 加入了单位")
    })
  })

  it("whoever registered a unit manages it once both were verified", async () => {
    const founder = await person("founder")
    const { data: { organisation } } = await desk(founder, "post", "organisations", { name: "巫溪县中医院", uscc: "91350100M000100Y43", kind: "hospital", region_code: "500112" })
    const { data: { members: [pending] } } = await ask(world.office, "get", `/admin/institution/organisations/${organisation.id}/members`)
    const mine = async () => (await desk(founder, "get", "organisations")).data.organisations.map(({ roles }: any) => [...roles].sort())
    await office(`organisations/${organisation.id}/verify`)
    expect(await mine()).toEqual([])
    await office(`members/${pending.id}/verify`)
    expect(await mine()).toEqual([["buyer", "manager"]])
    expect((await desk(founder, "get", `members?organisation_id=${organisation.id}`)).data.events.map(({ act, role }: any) => [act, role])).toEqual(expect.arrayContaining([["applied", null], ["verified", null], ["verified", "buyer"], ["verified", "manager"]]))
  })

  describe("a registration", () => {
    const UNIT = { name: "巫溪县中医院", uscc: "91350100M000100Y43", kind: "hospital", region_code: "500112" }
    const applications = async (who: Who) => (await desk(who, "get", "applications")).data.applications
    const again = (who: Who, id: string, body: object) => desk(who, "post", `applications/${id}`, body)
    const open = async () => {
      const founder = await person("founder")
      const { data: { organisation } } = await desk(founder, "post", "organisations", UNIT)
      const { data: { members: [pending] } } = await ask(world.office, "get", `/admin/institution/organisations/${organisation.id}/members`)
      return { founder, id: organisation.id as string, pending }
    }

    it("is refused with a reason that who applied reads, corrected and put before the office again; all of it stays on record", async () => {
      const { founder, id, pending } = await open()
      expect((await office(`organisations/${id}/refuse`, { reason: "" })).data.code).toBe("invalid_input")
      expect((await office(`organisations/${id}/refuse`, { reason: "名称与证书不一致" })).status).toBe(200)
      expect((await office(`organisations/${id}/refuse`, { reason: "名称与证书不一致" })).data.code).toBe("already_refused")
      expect((await office(`members/${pending.id}/refuse`, { reason: "请用本人实名注册" })).status).toBe(200)
      expect(await applications(founder)).toMatchObject([{ is_registrant: true, state: "refused", reason: "名称与证书不一致", roles: [{ role: "buyer", state: "refused", reason: "请用本人实名注册" }] }])
      expect((await ask(world.office, "get", "/admin/institution/organisations")).data.organisations.find((one: any) => one.id === id).refusal_reason).toBe("名称与证书不一致")
      expect((await again(founder, id, { note: "已改" })).data.code).toBe("not_refused")
      expect((await again(founder, id, { unit: { ...UNIT, region_code: "999999" } })).data.code).toBe("unknown_region")
      expect((await again(founder, id, { unit: { ...UNIT, uscc: world.unit.uscc } })).data.code).toBe("organisation_known")
      expect((await again(world.people.stranger, id, { unit: UNIT })).data.code).toBe("not_found")
      expect((await again(founder, id, { unit: { ...UNIT, name: "巫溪县中医医院" }, note: "按证书改了名称" })).status).toBe(200)
      const [application] = await applications(founder)
      expect(application).toMatchObject({ state: "pending", reason: null, organisation: { name: "巫溪县中医医院" }, roles: [{ state: "pending" }] })
      expect(application.events.map(({ act, name: whom, note }: any) => [act, whom, note]).sort()).toEqual([["applied", "founder", "按证书改了名称"], ["applied", null, ""], ["applied", null, "按证书改了名称"], ["refused", "founder", "请用本人实名注册"], ["refused", null, "名称与证书不一致"]].sort())
      expect((await again(founder, id, { unit: UNIT })).data.code).toBe("not_refused")
      for (const path of [`organisations/${id}/verify`, `members/${pending.id}/verify`]) await office(path)
      expect(await applications(founder)).toEqual([])
      expect((await office(`members/${pending.id}/refuse`, { reason: "已核验的不能退回" })).data.code).toBe("already_verified")
    })

    it("registered again after it was refused is the same one; refused in person, one says a word and waits anew, whoever invited", async () => {
      const { founder, id } = await open()
      await office(`organisations/${id}/refuse`, { reason: "名称与证书不一致" })
      const { data: { organisation } } = await desk(founder, "post", "organisations", { ...UNIT, name: "巫溪县中医医院" })
      expect([organisation.id, organisation.name]).toEqual([id, "巫溪县中医医院"])
      expect((await applications(founder))[0].state).toBe("pending")

      const cook = await person("cook")
      await join(cook, await invite("finance"))
      const waiting = (await list()).members.find(({ customer_id }: any) => customer_id === cook.customer_id)
      await office(`members/${waiting.id}/refuse`, { reason: "不是本单位财务" })
      expect((await join(cook, await invite("buyer"))).data).toEqual({ counts: false })
      expect(await rolesOf(cook)).toEqual([])
      expect((await applications(cook))[0]).toMatchObject({ is_registrant: false, reason: null, roles: expect.arrayContaining([{ role: "finance", state: "refused", reason: "不是本单位财务" }]) })
      expect((await again(cook, world.unit.id, { unit: UNIT })).data.code).toBe("not_refused")
      expect((await again(cook, world.unit.id, { note: "聘书已交帮扶办" })).status).toBe(200)
      expect((await applications(cook))[0].roles.map(({ state }: any) => state)).toEqual(["pending", "pending"])
    })
  })

  it("units that were there before have their earliest member that counts as manager, once", async () => {
    const sql = async (text: string): Promise<any[]> => (await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text)).rows
    const migration = new Migration20261123060101({} as never, {} as never)
    await migration.up()
    const naming = migration.getQueries().map(String).find((text) => text.startsWith(`insert into "organisation_member"`))!
    await sql("delete from organisation_member where role = 'manager'")
    await sql(`update organisation_member set left_at = now() where organisation_id = '${world.unit.id}' and role = 'buyer' and customer_id = '${world.buyer.customer_id}'`)
    for (let times = 0; times < 2; times++) await sql(naming)
    const managers = await sql("select o.name, m.customer_id from organisation_member m join organisation o on o.id = m.organisation_id where m.role = 'manager'")
    expect(managers.map(({ customer_id }) => customer_id).sort()).toEqual([world.people.receiver.customer_id, world.people.other.customer_id].sort())
  })
})
