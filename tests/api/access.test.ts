import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

describeShop(({ api, getContainer }) => {
  describe("staff scopes", () => {
    it("answers 401 to nobody, 403 to staff without the permission, and the list to an administrator", async () => {
      const clerk = await signInStaff(getContainer(), "town_clerk", "500238104")
      const administrator = await signInStaff(getContainer(), "administrator")
      const ask = (headers = {}) => api.get("/admin/staff-scopes", { headers, validateStatus: null })
      expect(await ask()).toMatchObject({ status: 401, data: { code: "not_signed_in", message: "请先登录" } })
      expect((await ask(clerk.headers)).data).toMatchObject({ code: "missing_permission" })
      const answer = await ask(administrator.headers)
      expect(answer.status).toBe(200)
      expect(answer.data.staff_scopes).toHaveLength(2)
    })

    it("ends a right at once", async () => {
      const administrator = await signInStaff(getContainer(), "administrator")
      const office = await signInStaff(getContainer(), "administrator", "500238")
      const { data } = await api.get("/admin/staff-scopes", { headers: office.headers })
      const scope = data.staff_scopes.find((held: { user_id: string }) => held.user_id === office.user_id)
      await api.delete(`/admin/staff-scopes/${scope.id}`, { headers: administrator.headers })
      const after = await api.get("/admin/staff-scopes", { headers: office.headers, validateStatus: null })
      expect(after.status).toBe(403)
    })

    it("refuses a region that is no division code, with a sentence", async () => {
      const administrator = await signInStaff(getContainer(), "administrator")
      const body = { user_id: administrator.user_id, role: "office", region: "巫溪" }
      const answer = await api.post("/admin/staff-scopes", body, { headers: administrator.headers, validateStatus: null })
      expect(answer.status).toBe(400)
      expect(answer.data).toMatchObject({ code: "invalid_input" })
    })
  })
})
