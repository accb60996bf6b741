import { once } from "node:events"
import { createServer } from "node:http"
import { expect, it } from "vitest"
import { addCaller } from "./add-caller"
import { forwardedFor } from "./forwarded"

it.each([
  [undefined, "9.9.9.9", "9.9.9.9"], ["6.6.6.6", "9.9.9.9", "6.6.6.6, 9.9.9.9"], [["6.6.6.6", "7.7.7.7"], "9.9.9.9", "6.6.6.6, 7.7.7.7, 9.9.9.9"], ["6.6.6.6", undefined, "6.6.6.6"],
] as const)("%j from %s is %s", (written, peer, named) => expect(forwardedFor(typeof written === "object" ? [...written] : written, peer)).toBe(named))

it("a server hears of its caller once, last, whatever the caller wrote", async () => {
  const server = createServer((request, answer) => answer.end(request.headers["x-forwarded-for"])).listen(0, "127.0.0.1")
  addCaller()
  await once(server, "listening")
  const { port } = server.address() as { port: number }
  const said = await (await fetch(`http://127.0.0.1:${port}`, { headers: { "x-forwarded-for": "6.6.6.6" } })).text()
  server.close()
  expect(said).toBe("6.6.6.6, 127.0.0.1")
})
