import { defineConfig } from "@medusajs/framework/utils"
import { readEnvironment } from "./environment"

const environment = readEnvironment()

const plugins = ["access", "provenance", "benefit", "institution", "checkout", "search"]

export default defineConfig({
  projectConfig: {
    databaseUrl: environment.DATABASE_URL,
    redisUrl: environment.REDIS_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    http: {
      storeCors: environment.STOREFRONT_URL,
      adminCors: environment.BACKEND_URL,
      authCors: `${environment.STOREFRONT_URL},${environment.BACKEND_URL}`,
      jwtSecret: environment.JWT_SECRET,
      cookieSecret: environment.COOKIE_SECRET,
    },
  },
  admin: { backendUrl: environment.BACKEND_URL },
  plugins: plugins.map((name) => ({ resolve: `@fupin/${name}`, options: {} })),
  modules: [],
})
