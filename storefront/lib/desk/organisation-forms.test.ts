import { expect, it } from "vitest"
import { readDeliveryPoint, readInvoiceTitle } from "./organisation-forms"

const point = { organisation_id: "orga_1", name: "东门食堂", contact: "周雅琴", phone: "139 1234 5678", county_code: "500112", detail: "翠溪路18号", from: "06:30", to: "08:00" }

it("reads a delivery point with its receiving hours, and none when no day is chosen", () => {
  expect(readDeliveryPoint(point, [1, 4])).toMatchObject({ ok: true, value: { phone: "13912345678", windows: [{ weekdays: [1, 4], from: "06:30", to: "08:00" }] } })
  expect(readDeliveryPoint({ ...point, from: "", to: "" }, [])).toMatchObject({ ok: true, value: { windows: [] } })
})

it.each([["from", "0630", "from"], ["to", "06:00", "to"], ["phone", "1", "phone"], ["county_code", "", "county_code"], ["name", "", "name"]])("asks again when %s is %j", (field, text, fault) => {
  const read = readDeliveryPoint({ ...point, [field]: text }, [1])
  expect(read.ok ? {} : read.errors).toEqual({ [fault]: expect.stringMatching(/[\u4e00-\u9fff]/) })
})

it("reads an invoice title", () => {
  const title = { organisation_id: "orga_1", title: "翠溪实验小学校", tax_number: "12500112435277068b", account: "6222 0000 1111", is_default: "on" }
  expect(readInvoiceTitle(title)).toMatchObject({ ok: true, value: { tax_number: "12500112435277068B", account: "622200001111", is_default: true } })
  expect(readInvoiceTitle({ ...title, tax_number: "1", title: "" })).toMatchObject({ ok: false, errors: { tax_number: expect.any(String), title: expect.any(String) } })
})
