import path from "node:path"
import { defineConfig } from "@medusajs/framework/utils"
import { readEnvironment } from "./environment"

const environment = readEnvironment()

/** Money comes by bank transfer always, by card when Stripe has keys, by the simulation only where it is switched on. */
const payment_providers = [
  { resolve: "@fupin/checkout/providers/transfer", id: "cn" },
  ...(environment.DEMO_PAYMENT === "on" ? [{ resolve: "@fupin/checkout/providers/demo", id: "cn" }] : []),
  ...(environment.STRIPE_API_KEY
    ? [{ resolve: "@medusajs/payment-stripe", id: "stripe", options: { apiKey: environment.STRIPE_API_KEY, webhookSecret: environment.STRIPE_WEBHOOK_SECRET, capture: true } }]
    : []),
]

/** The admin's bell always, e-mail where there is a server for it. */
const notification_providers = [
  { resolve: "@medusajs/medusa/notification-local", id: "local", options: { name: "Local Notification Provider", channels: ["feed"] } },
  ...(environment.SMTP_URL ? [{ resolve: "@fupin/institution/providers/smtp", id: "smtp", options: { channels: ["email"], url: environment.SMTP_URL, from: environment.MAIL_FROM } }] : []),
]

/** Locks reach as far as the processes do: one process needs none outside it, several share Redis. */
const locking_providers = environment.REDIS_URL
  ? [{ resolve: "@medusajs/medusa/locking-redis", id: "redis", is_default: true, options: { redisUrl: environment.REDIS_URL } }]
  : []

/** Keys reach the one plugin that uses them, never a column or a log. */
const plugin_options: Record<string, Record<string, unknown>> = {
  benefit: {
    personal_data_key: environment.PERSONAL_DATA_KEY, former_personal_data_keys: environment.FORMER_PERSONAL_DATA_KEYS,
    blind_index_key: environment.BLIND_INDEX_KEY, former_blind_index_keys: environment.FORMER_BLIND_INDEX_KEYS,
    signing_key: environment.LEDGER_SIGNING_KEY, former_keys: environment.LEDGER_FORMER_KEYS,
  },
}

const plugins = ["access", "provenance", "benefit", "institution", "checkout", "search"]

export default defineConfig({
  projectConfig: {
    databaseUrl: environment.DATABASE_URL,
    redisUrl: environment.REDIS_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    // A secure cookie is not sent over plain http: on one's own machine the admin would never be signed in.
    cookieOptions: { secure: environment.BACKEND_URL.startsWith("https:") },
    http: {
      storeCors: environment.STOREFRONT_URL,
      adminCors: environment.BACKEND_URL,
      authCors: `${environment.STOREFRONT_URL},${environment.BACKEND_URL}`,
      jwtSecret: environment.JWT_SECRET,
      cookieSecret: environment.COOKIE_SECRET,
    },
  },
  plugins: plugins.map((name) => ({ resolve: `@fupin/${name}`, options: plugin_options[name] ?? {} })),
  modules: [
    // We cut Chinese into words ourselves, documents and queries alike: the database must leave them as they are.
    { resolve: "@medusajs/medusa/search", options: { providers: [{ resolve: "@medusajs/medusa/search-postgres", id: "postgres", options: { language: "simple" } }] } },
    // Core's exports hold names and addresses: they lie outside what is served to everybody, `src/api/static` hands them to staff.
    { resolve: "@medusajs/medusa/file", options: { providers: [{ resolve: "@medusajs/medusa/file-local", id: "local", options: { backend_url: `${environment.BACKEND_URL}/static`, private_upload_dir: path.resolve("private") } }] } },
    { resolve: "@medusajs/medusa/notification", options: { providers: notification_providers } },
    { resolve: "@medusajs/medusa/payment", options: { providers: payment_providers } },
    ...(locking_providers.length > 0 ? [{ resolve: "@medusajs/medusa/locking", options: { providers: locking_providers } }] : []),
  ],
})
