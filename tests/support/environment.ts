/** What the backend under test reads; the database's place comes from the runner (scripts/test.mjs) or the shell. */
const key = (character: string) => character.repeat(64)

Object.assign(process.env, {
  NODE_ENV: "test",
  TZ: "Asia/Shanghai",
  JWT_SECRET: "a secret for tests alone, of no use elsewhere",
  COOKIE_SECRET: "a secret for tests alone, of no use elsewhere",
  PERSONAL_DATA_KEY: key("a"),
  BLIND_INDEX_KEY: key("b"),
  LEDGER_SIGNING_KEY: key("c"),
  DEMO_PAYMENT: "on",
  MEDUSA_DISABLE_TELEMETRY: "1",
  LOG_LEVEL: "error",
})
process.env.DB_HOST ??= "localhost"
process.env.DATABASE_URL ??= `postgres://${process.env.DB_USERNAME}:${process.env.DB_PASSWORD}@localhost:${process.env.DB_PORT}/postgres`
