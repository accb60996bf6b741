import Medusa from "@medusajs/js-sdk"

/** The admin's own session; errors carry the server's sentence. */
export const sdk = new Medusa({ baseUrl: "/", auth: { type: "session" } })

export const get = <Answer,>(path: string, query: Record<string, string> = {}): Promise<Answer> => sdk.client.fetch<Answer>(`/admin/institution/${path}`, { query })
export const post = <Answer,>(path: string, body: object = {}): Promise<Answer> => sdk.client.fetch<Answer>(`/admin/institution/${path}`, { method: "POST", body })

/** Today in Asia/Shanghai, YYYY-MM-DD. */
export const today = (): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date())

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : "操作未成功，请重试")
