import { expect, it } from "vitest"
import { readToken } from "./token"

const token = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.x`

it("reads whom a token speaks for and how long", () => {
  expect(readToken(token({ actor_id: "cus_1", exp: 1060 }), 1000)).toEqual({ customer_id: "cus_1", seconds_left: 60 })
})

it.each([
  ["an expired one", token({ actor_id: "cus_1", exp: 1000 })],
  ["one without an actor", token({ actor_id: "", exp: 2000 })],
  ["one that never ends", token({ actor_id: "cus_1" })],
  ["text", "hello"],
  ["nothing", ""],
])("reads nothing from %s", (_name, text) => {
  expect(readToken(text, 1000)).toBeNull()
})
