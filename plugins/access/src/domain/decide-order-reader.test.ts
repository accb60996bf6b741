import { describe, expect, it } from "vitest"
import { decideOrderReader } from "./decide-order-reader"

const nobody = { customer_id: null, memberships: [] }
const wang = { customer_id: "cus_wang", memberships: [] }
const cook = { customer_id: "cus_cook", memberships: [{ organisation_id: "org_school", role: "receiver" }] }
const watcher = { customer_id: "cus_watch", memberships: [{ organisation_id: "org_school", role: "viewer" }, { organisation_id: "org_factory", role: "buyer" }] }
const guest = { customer_id: "cus_guest", registered: false, organisation_id: null, names_people: false }
const wangs = { customer_id: "cus_wang", registered: true, organisation_id: null, names_people: false }
const schools = { customer_id: "cus_former_cook", registered: true, organisation_id: "org_school", names_people: false }
const gift = { ...schools, names_people: true }
const factorys = { customer_id: "cus_cook", registered: true, organisation_id: "org_factory", names_people: false }

describe("an order answers", () => {
  it.each([
    ["a guest's to whoever knows its id", guest, nobody, true],
    ["a customer's to that customer", wangs, wang, true],
    ["a customer's not to nobody", wangs, nobody, false],
    ["a customer's not to another", wangs, cook, false],
    ["an organisation's to its member", schools, cook, true],
    ["an organisation's not to another customer", schools, wang, false],
    ["an organisation's not to nobody", schools, nobody, false],
    ["a member's gift to whoever hands it out", gift, cook, true],
    ["a member's gift not to all of the unit", gift, watcher, false],
    ["an organisation's to whoever looks on", schools, watcher, true],
    ["an organisation's not to one who placed it and left", factorys, cook, false],
  ])("%s", (_name, order, reader, expected) => expect(decideOrderReader(order, reader).ok).toBe(expected))
})
