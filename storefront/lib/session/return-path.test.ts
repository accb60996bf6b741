import { expect, it } from "vitest"
import { returnPath } from "./return-path"

it.each([
  ["/desk/calendar?month=2026-11", "/desk/calendar?month=2026-11"],
  ["/orders/order_1", "/orders/order_1"],
  [undefined, "/account"], ["", "/account"], ["desk", "/account"],
  ["//evil.example", "/account"], ["/\\evil.example", "/account"], ["https://evil.example", "/account"], ["/a\n//evil.example", "/account"],
  ["/account/sign-in?next=/x", "/account"], ["/account/register", "/account"],
])("from %j one returns to %j", (asked, path) => {
  expect(returnPath(asked)).toBe(path)
})
