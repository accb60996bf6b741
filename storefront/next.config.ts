import path from "node:path"
import type { NextConfig } from "next"

/** Pictures come from the backend's file module; its host is known only when the server starts. */
const backend = new URL(process.env.BACKEND_URL ?? "http://localhost:9000")
const pictures = process.env.PICTURES_URL ? [new URL(process.env.PICTURES_URL)] : []

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { root: path.join(import.meta.dirname, "..") },
  outputFileTracingRoot: path.join(import.meta.dirname, ".."),
  images: {
    remotePatterns: [
      { protocol: "http", hostname: "localhost", pathname: "/static/**" },
      ...[backend, ...pictures].map(({ protocol, hostname, port }) => ({
        protocol: protocol === "https:" ? ("https" as const) : ("http" as const), hostname, port,
      })),
    ],
    /** A backend on the same machine or network; the patterns above still say which hosts. */
    dangerouslyAllowLocalIP: true,
    formats: ["image/webp"],
    deviceSizes: [360, 480, 640, 828, 1080, 1440, 1920],
    imageSizes: [96, 160, 240, 320],
    minimumCacheTTL: 86_400,
  },
  headers: async () => [{ source: "/:path*", headers: [
    { key: "X-Content-Type-Options", value: "nosniff" },
    { key: "X-Frame-Options", value: "DENY" },
    { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
    { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
  ] }],
  experimental: { serverActions: { bodySizeLimit: "14mb" } },
}

export default config
