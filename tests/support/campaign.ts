import { linkCode, linkToken } from "@fupin/institution/domain/campaign/secrets"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DELIVERY, type Institutions } from "./institution"
import type { Api } from "./purchase"
import { PDF, workbookOf } from "./workbook-of"

export type Person = { headers: Record<string, string> }
export type Answer = { status: number; data: any }

export const ROSTER_HEADINGS = ["工号", "姓名", "手机号", "部门", "饮食需要", "份数", "区县代码", "收货地址"]
export const memberPhone = (number: number) => `138${String(number).padStart(8, "0")}`
export const rosterRow = (number: number, more: unknown[] = []) => [`G${number}`, `职工${number}`, memberPhone(number), "后勤处", ...more]

/** Designations in force for the goods of which packs are made. */
export async function certify(container: MedusaContainer, { potato, rice, tea }: Pick<Institutions, "potato" | "rice" | "tea">): Promise<void> {
  await saveDesignationsWorkflow(container).run({ input: { designations: [potato, rice, tea].map(({ product_id }, index) => ({ number: `渝巫认定〔2026〕${index + 1}号`, product_id, valid_from: "2026-01-01", valid_to: "2036-06-30" })) } })
}

/** Campaigns of the school, as its members take them through the desk. */
export function campaignPlay(api: Api, getContainer: () => MedusaContainer, getWorld: () => Omit<Institutions, "office">) {
  const year = new Date().getFullYear() + 1
  const buyer = () => getWorld().people.buyer
  const ask = (person: Person, method: "get" | "post", path: string, body: unknown = {}): Promise<Answer> =>
    method === "get" ? api.get(path, { headers: person.headers, validateStatus: null }) : api.post(path, body, { headers: person.headers, validateStatus: null })
  const desk = (person: Person, method: "get" | "post", path: string, body?: unknown) => ask(person, method, `/store/institution/campaigns${path}`, body)
  const upload = (path: string, file: Buffer, person: Person = buyer()): Promise<Answer> =>
    api.post(`/store/institution/campaigns${path}`, file, { headers: { ...person.headers, "content-type": "application/octet-stream" }, validateStatus: null })
  const sql = async (text: string, values: unknown[] = []): Promise<any[]> => (await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values as never)).rows
  const terms = (change: object = {}) => ({
    organisation_id: getWorld().school.id, holiday: "mid_autumn", year, title: "中秋慰问", budget_fen: 50_000, choose_by: `${year}-08-31`, delivery_mode: "pickup", pickup: DELIVERY, ...change,
  })
  const packs = (change: object = {}) => {
    const { potato, rice, tea } = getWorld()
    return { packs: [
      { name: "山货礼包", price_fen: 10_001, is_default: true, components: [{ variant_id: potato.variant_id, quantity: 2 }, { variant_id: rice.variant_id, quantity: 1 }], ...change },
      { name: "清真米茶礼包", price_fen: 20_000, is_halal: true, is_default: true, components: [{ variant_id: rice.variant_id, quantity: 1 }, { variant_id: tea.variant_id, quantity: 1 }] },
    ] }
  }
  const draft = async (change: object = {}) => (await desk(buyer(), "post", "", terms(change))).data.campaign.id as string
  const step = (id: string, name: string, person: Person = buyer(), reason = "") => desk(person, "post", `/${id}/steps`, { step: name, reason })
  const detail = async (id: string) => (await desk(buyer(), "get", `/${id}`)).data
  const listed = async (id: string, query = "") => (await desk(buyer(), "get", `/${id}/recipients?limit=200${query}`)).data.recipients as any[]
  const opened = async (rows: unknown[][], change: object = {}, packChange: object = {}, headings = ROSTER_HEADINGS) => {
    const id = await draft(change)
    await desk(buyer(), "post", `/${id}/packs`, packs(packChange))
    await upload(`/${id}/minutes?name=${encodeURIComponent("会议纪要.pdf")}`, PDF)
    await upload(`/${id}/roster?mode=save`, await workbookOf([headings, ...rows]))
    expect((await step(id, "open")).data.campaign).toMatchObject({ state: "collecting" })
    return id
  }
  const key = (recipient: string) => ({ token: linkToken(process.env.BLIND_INDEX_KEY!, recipient), code: linkCode(process.env.BLIND_INDEX_KEY!, recipient) })
  const gift = (path: string, body: object, from = "10.0.0.1"): Promise<Answer> =>
    api.post(`/store/gift${path}`, body, { headers: { "x-publishable-api-key": getWorld().store.publishable_key, "x-forwarded-for": from }, validateStatus: null })
  const settled = async (id: string) => {
    for (let turn = 0; turn < 100; turn++) {
      const { campaign } = await detail(id)
      if (campaign.job?.state !== "running") return campaign
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error("the job did not end")
  }
  return { year, ask, desk, upload, sql, terms, packs, draft, step, detail, listed, opened, key, gift, settled }
}
