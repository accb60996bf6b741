import { spawnSync } from "node:child_process"
import fs from "node:fs"
import net, { type AddressInfo } from "node:net"
import os from "node:os"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const root = path.resolve(__dirname, "..")
const data = fs.mkdtempSync(path.join(os.tmpdir(), "fupin-start-"))
const taken = net.createServer()
const portOf = (server: net.Server) => (server.address() as AddressInfo).port

async function closedPort(): Promise<number> {
  const probe = net.createServer()
  await new Promise<void>((resolve) => probe.listen(0, resolve))
  const port = portOf(probe)
  await new Promise((resolve) => probe.close(resolve))
  return port
}

function start(env: Record<string, string>) {
  const result = spawnSync(process.execPath, ["scripts/start.mjs"], { cwd: root, encoding: "utf8", timeout: 60_000, env: { PATH: process.env.PATH, DATA_DIR: data, ...env } })
  return { code: result.status, line: result.stderr.trim() }
}

beforeAll(() => new Promise<void>((resolve) => taken.listen(0, resolve)))
afterAll(() => {
  taken.close()
  fs.rmSync(data, { recursive: true, force: true })
})

describe("npm start says in one line what is wrong, and fails", () => {
  it("when a port is taken", () => {
    const { code, line } = start({ BACKEND_PORT: String(portOf(taken)) })
    expect(code).toBe(1)
    expect(line).toMatch(/^✗ 端口 \d+ 已被占用.*BACKEND_PORT=/)
    expect(line.split("\n")).toHaveLength(1)
  })

  it("when the port is no port", () => expect(start({ STOREFRONT_PORT: "many", BACKEND_PORT: "0" })).toMatchObject({ code: 1, line: expect.stringContaining("BACKEND_PORT") }))

  it("when DATABASE_URL does not answer, without showing its password", async () => {
    const [backend, storefront, nothing] = [await closedPort(), await closedPort(), await closedPort()]
    const { code, line } = start({ BACKEND_PORT: String(backend), STOREFRONT_PORT: String(storefront), DATABASE_URL: `postgres://fupin:hidden@localhost:${nothing}/fupin` })
    expect(code).toBe(1)
    expect(line).toMatch(/^✗ 连接不上数据库 postgres:\/\/fupin:\*\*\*@localhost/)
    expect(line).not.toContain("hidden")
    expect(line.split("\n")).toHaveLength(1)
  })

  it("when the data folder cannot be made", () => {
    const file = path.join(data, "a-file")
    fs.writeFileSync(file, "")
    const { code, line } = start({ DATA_DIR: path.join(file, "data") })
    expect(code).toBe(1)
    expect(line).toMatch(/^✗ 无法写入 .*DATA_DIR/)
  })
})
