import crypto from "node:crypto"
import fs from "node:fs"
import { DATA, inData } from "./paths.mjs"
import { Fault } from "./say.mjs"

/** Ports and addresses of this start, from the environment. */
export function readSettings() {
  const backendPort = Number(process.env.BACKEND_PORT ?? 9000)
  const storefrontPort = Number(process.env.STOREFRONT_PORT ?? 8000)
  return {
    backendPort,
    storefrontPort,
    backendUrl: process.env.BACKEND_URL ?? `http://localhost:${backendPort}`,
    storefrontUrl: process.env.STOREFRONT_URL ?? `http://localhost:${storefrontPort}`,
    databaseUrl: process.env.DATABASE_URL || null,
  }
}

/** Makes the data folder; a full or closed disk is said in one line. */
export function prepareData() {
  try {
    fs.mkdirSync(inData("logs"), { recursive: true })
    fs.writeFileSync(inData(".writable"), "x".repeat(65_536))
    fs.rmSync(inData(".writable"))
  } catch (error) {
    throw new Fault(error.code === "ENOSPC" ? `磁盘已满，无法写入 ${DATA}：请腾出空间后重试` : `无法写入 ${DATA}（${error.code}）：请检查权限，或用 DATA_DIR 指定别处`)
  }
  const { bavail, bsize } = fs.statfsSync(DATA)
  if (bavail * bsize < 300 * 2 ** 20) throw new Fault(`磁盘剩余不足 300 MB，无法启动：请腾出空间，或用 DATA_DIR 指定别处`)
}

/** Secrets of the demonstration: made once, readable by their owner only. What the environment gives goes before. */
export function readSecrets() {
  const file = inData("secrets.json")
  const held = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {}
  const hex = (bytes) => crypto.randomBytes(bytes).toString("hex")
  const secrets = {
    JWT_SECRET: hex(32), COOKIE_SECRET: hex(32), PERSONAL_DATA_KEY: hex(32), BLIND_INDEX_KEY: hex(32), LEDGER_SIGNING_KEY: hex(32),
    DEMO_PASSWORD: `demo-${hex(4)}`, ...held,
  }
  if (JSON.stringify(secrets) !== JSON.stringify(held)) fs.writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return Object.fromEntries(Object.entries(secrets).map(([name, value]) => [name, process.env[name] || value]))
}

/** A new key for personal data; the one until now becomes a former one, which still opens what it sealed. */
export function renewPersonalDataKey() {
  const secrets = readSecrets()
  const former = [secrets.PERSONAL_DATA_KEY, ...(secrets.FORMER_PERSONAL_DATA_KEYS ?? "").split(",").filter(Boolean)]
  const renewed = { ...secrets, PERSONAL_DATA_KEY: crypto.randomBytes(32).toString("hex"), FORMER_PERSONAL_DATA_KEYS: former.join(",") }
  fs.writeFileSync(inData("secrets.json"), `${JSON.stringify(renewed, null, 2)}\n`, { mode: 0o600 })
}

/** What earlier starts have done, so that this one need not. */
export function openState() {
  const file = inData("state.json")
  const state = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {}
  return {
    is: (key, value) => state[key] === value,
    set(key, value) {
      state[key] = value
      fs.writeFileSync(file, `${JSON.stringify(state, null, 2)}\n`)
    },
  }
}
