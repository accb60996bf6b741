import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

describeShop(({ api, getContainer }) => {
  it("an empty ledger verifies, and the backend says that it is ready", async () => {
    const office = await signInStaff(getContainer(), "office")
    expect((await api.post("/admin/benefit/verify", {}, { headers: office.headers })).data).toEqual({ ok: true, journals: 0, entries: 0, blocks: 0, unaccrued_captures: 0, problems: [] })
    expect((await api.post("/admin/benefit/reconcile", {}, { headers: office.headers })).data).toEqual({ scanned: 0, posted: 0 })
    await expect.poll(async () => (await api.get("/ready", { validateStatus: null })).data.ready, { timeout: 15_000 }).toBe(true)
  })
})
