import { defineConfig } from "@medusajs/framework/utils"
import { readEnvironment } from "./environment"

const environment = readEnvironment()

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
  admin: { backendUrl: environment.BACKEND_URL },
  plugins: plugins.map((name) => ({ resolve: `@fupin/${name}`, options: {} })),
  modules: [],
})
