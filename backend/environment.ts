import { z } from "zod"

const Secret = z.string().min(32, "至少 32 个字符")

/** Keys that came before, separated by commas. */
const FormerKeys = z.string().regex(/^([0-9a-f]{64}(,[0-9a-f]{64})*)?$/, "应为逗号分隔的 64 位十六进制").default("").transform((keys) => keys.split(",").filter(Boolean))

/** Everything the backend reads from its environment, said once. Secrets have no defaults: without them it does not start. */
const Environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.url(),
  BACKEND_PORT: z.coerce.number().int().default(9000),
  BACKEND_URL: z.url().default("http://localhost:9000"),
  STOREFRONT_URL: z.url().default("http://localhost:8000"),
  JWT_SECRET: Secret,
  COOKIE_SECRET: Secret,
  /** 32 bytes in hex: encrypts household ID numbers, phones and accounts. */
  PERSONAL_DATA_KEY: z.string().regex(/^[0-9a-f]{64}$/, "应为 64 位十六进制"),
  /** 32 bytes in hex: blind indexes and every id that must not be guessed. */
  BLIND_INDEX_KEY: z.string().regex(/^[0-9a-f]{64}$/, "应为 64 位十六进制"),
  /** What personal data and its indexes were written with before: needed until `npm run rotate-personal-data` says that nothing is left. */
  FORMER_PERSONAL_DATA_KEYS: FormerKeys,
  FORMER_BLIND_INDEX_KEYS: FormerKeys,
  /** Seed of the Ed25519 key that seals the ledger: 32 bytes in hex. */
  LEDGER_SIGNING_KEY: z.string().regex(/^[0-9a-f]{64}$/, "应为 64 位十六进制"),
  /** Public keys that sealed it before a rotation. */
  LEDGER_FORMER_KEYS: FormerKeys,
  /** How many proxies stand before the backend, the storefront among them, and from which networks the nearest one calls (`10.0.0.0/8,192.0.2.7`; unset: this machine alone). Nobody else is believed about whose address a call is from. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  TRUSTED_PROXY_NETWORKS: z.string().regex(/^[0-9a-fA-F.:]+(\/\d{1,3})?(,\s*[0-9a-fA-F.:]+(\/\d{1,3})?)*$/, "应为逗号分隔的网段").optional(),
  REDIS_URL: z.url().optional(),
  MEILI_HOST: z.url().optional(),
  MEILI_KEY: z.string().optional(),
  STRIPE_API_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  /** Where mail is handed over, e.g. smtps://user:password@smtp.example.cn:465, and who it is from. Without it people are told at the desk alone. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().default("noreply@localhost.localdomain"),
  /** Payment that always succeeds, for demonstration only. */
  DEMO_PAYMENT: z.enum(["on", "off"]).default("off"),
})
export type Environment = z.infer<typeof Environment>

/** Reads and checks the environment; one line per fault, nothing of the values. */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""))
  const read = Environment.safeParse(present)
  if (read.success) return read.data
  const faults = read.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`)
  throw new Error(`环境变量有误 / environment is not complete:\n${faults.join("\n")}`)
}
