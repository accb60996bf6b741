import { defineConfig } from "@medusajs/framework/utils"
import { readEnvironment } from "../environment"

const environment = readEnvironment()
const secrets = { jwtSecret: environment.JWT_SECRET, cookieSecret: environment.COOKIE_SECRET }
const cors = { storeCors: environment.STOREFRONT_URL, adminCors: environment.BACKEND_URL, authCors: environment.BACKEND_URL }

/** The same backend without our plugins, hooks and triggers: what `npm run bench:checkout` compares with. */
export default defineConfig({
  projectConfig: { databaseUrl: environment.DATABASE_URL, databaseDriverOptions: { connection: { ssl: false } }, http: { ...cors, ...secrets } },
  admin: { disable: true },
  modules: [{ resolve: "@medusajs/medusa/payment", options: { providers: [{ resolve: "@fupin/checkout/providers/transfer", id: "cn" }] } }],
})
