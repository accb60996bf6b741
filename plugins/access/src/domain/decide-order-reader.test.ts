import { describe, expect, it } from "vitest"
import { decideOrderReader } from "./decide-order-reader"

const nobody = { customer_id: null, organisation_ids: [] }
const wang = { customer_id: "cus_wang", organisation_ids: [] }
const cook = { customer_id: "cus_cook", organisation_ids: ["org_school"] }
const guest = { customer_id: "cus_guest", registered: false, organisation_id: null }
const wangs = { customer_id: "cus_wang", registered: true, organisation_id: null }
const schools = { customer_id: "cus_former_cook", registered: true, organisation_id: "org_school" }
const factorys = { customer_id: "cus_cook", registered: true, organisation_id: "org_factory" }

describe("an order answers", () => {
  it.each([
    ["a guest's to whoever knows its id", guest, nobody, true],
    ["a customer's to that customer", wangs, wang, true],
    ["a customer's not to nobody", wangs, nobody, false],
    ["a customer's not to another", wangs, cook, false],
    ["an organisation's to its member", schools, cook, true],
    ["an organisation's not to another customer", schools, wang, false],
    ["an organisation's not to nobody", schools, nobody, false],
    ["an organisation's not to one who placed it and left", factorys, cook, false],
  ])("%s", (_name, order, reader, expected) => expect(decideOrderReader(order, reader).ok).toBe(expected))
})
