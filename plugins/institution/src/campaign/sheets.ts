import type { Sheet } from "@fupin/benefit/papers/sheet"
import { HOLIDAY_NAMES, lotsText } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"
import type { CampaignEvidence } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { linkCode } from "../domain/campaign/secrets"
import { toldOf } from "../domain/campaign/told"
import { orderKey } from "../keys"
import { linkOf } from "../notices/letters"
import { goneGoods, readGoods } from "../reads/goods"
import { readPackedLots } from "../reads/packed-lots"
import type { CampaignRow, RecipientRow } from "../modules/campaign/rows"
import { unique } from "../reads/plans"
import { campaignsOf } from "./facts"
import { openRecipient } from "./show-recipients"

const text = (heading: string, width: number) => ({ heading, width, kind: "text" as const })
const wide = (heading: string, width: number) => ({ heading, width, kind: "wide_text" as const })
const nothing = { ending: () => ({ apart: [], foot: [] }) }
const OUTCOMES = { collected: "已领取", proxy: "代领", unclaimed: "未领取，退回工会", delivered: "已送到家" } as const

async function* rowsOf(container: MedusaContainer, id: string, shape: (row: RecipientRow, number: number) => (string | number | null)[]) {
  let number = 0
  for await (const rows of campaignsOf(container).readRoster(id)) for (const row of rows) yield shape(row, ++number)
}

/** 领取签收表: to be signed when packs are handed out; what was signed off already is printed. */
export async function signOffSheet(container: MedusaContainer, campaign: CampaignRow, organisation: string): Promise<Sheet> {
  const packs = new Map((await campaignsOf(container).readPacks([campaign.id])).map(({ id, name }) => [id, name]))
  return {
    name: "签收表", title: `${campaign.title}领取签收表`, notes: [`${organisation}　${campaign.year} 年${HOLIDAY_NAMES[campaign.holiday]}　只发实物，不发现金。代领须写明代领人和原因；未领取的礼包退回工会。`, ...(await lotsNote(container, campaign.id))],
    columns: [text("序号", 6), text("工号", 12), text("姓名", 10), text("部门", 14), wide("礼包", 18), text("份数", 6), text("领取码", 12), wide("状态", 16), wide("签名", 16)],
    rows: rowsOf(container, campaign.id, (row, number) => {
      const { name, proxy_name } = openRecipient(row)
      const state = row.outcome === null ? (row.delivery === "home" ? "送货到家，还没有签收凭据" : "") : row.outcome === "proxy" ? `代领：${proxy_name}（${row.proxy_reason}）` : OUTCOMES[row.outcome]
      return [number, row.employee_number, name, row.department, packs.get(row.pack_id ?? "") ?? "未选", row.heads, row.delivery === "home" ? "" : row.pickup_code, `${state}${row.replaced ? "；破损已补发" : ""}`, ""]
    }),
    places: [{ label: "发放人" }, { label: "工会负责人" }, { label: "日期" }], ...nothing,
  }
}

/** From which lots the packs' goods are, so that whoever collects one can be told. */
async function lotsNote(container: MedusaContainer, campaignId: string): Promise<string[]> {
  const ids = (await campaignsOf(container).readComponents({ campaign_id: campaignId })).map(({ variant_id }) => variant_id)
  const [goods, lots] = await Promise.all([readGoods(container, ids), readPackedLots(container, [campaignId])])
  const said = ids.flatMap((id) => (lots(campaignId, id).length > 0 ? [`${(goods.get(id) ?? goneGoods(id)).title} ${lotsText(lots(campaignId, id))}`] : []))
  return said.length === 0 ? [] : [`商品批次：${said.join("；")}`]
}

const PROOFS = { carrier: "快递签收", member: "本人确认", organiser: "工会登记", returned: "退回工会" } as const

/** 送货到家签收凭据: every parcel with its carrier and by what it is proved that it came. */
export async function parcelSheet(container: MedusaContainer, { id, title }: CampaignRow): Promise<Sheet> {
  const module = campaignsOf(container)
  const parcels = await module.readParcels(id)
  const names = new Map((await module.readRecipients({ ids: unique(parcels.map(({ recipient_id }) => recipient_id)) })).map((row) => [row.id, openRecipient(row).name]))
  return {
    name: "送货到家签收凭据", title: `${title}送货到家签收凭据`, notes: ["每个卖方发一个包裹；没有凭据的不算送到。"],
    columns: [text("序号", 6), text("工号", 12), text("姓名", 10), wide("卖方", 22), text("快递公司", 12), wide("运单号", 22), text("签收日期", 12), text("凭据", 12), wide("说明", 20)],
    rows: parcels.map(({ recipient_id, employee_number, seller, carrier, tracking_number, signed_on, proof, reason }, index) =>
      [index + 1, employee_number, names.get(recipient_id) ?? "", seller, carrier ?? "", tracking_number ?? "", signed_on ?? "", proof === null ? "还没有" : PROOFS[proof], reason ?? ""]),
    places: [{ label: "经办人" }, { label: "日期" }], ...nothing,
  }
}

/** Each member's personal link and code, for the union to pass on. */
export function linkSheet(container: MedusaContainer, campaign: CampaignRow): Sheet {
  const key = orderKey()
  return {
    name: "选礼包链接", title: `${campaign.title}个人选礼包链接`, notes: [`请在 ${campaign.choose_by} 前把链接和验证码分别发给本人；凭两者才能打开，请勿公开。`],
    columns: [text("工号", 12), text("姓名", 10), text("手机号", 14), text("部门", 14), wide("链接", 46), text("验证码", 10), text("是否已选", 10)],
    rows: rowsOf(container, campaign.id, (row) => {
      const { name, phone } = openRecipient(row)
      return [row.employee_number, name, phone, row.department, linkOf(container, row.id), linkCode(key, row.id), row.pack_id === null ? "未选" : "已选"]
    }), ...nothing,
  }
}

/** 提醒名单: who has not chosen yet, with the words to send by SMS; who has an e-mail address is reminded by mail where mail is set up. */
export function reminderSheet(container: MedusaContainer, campaign: CampaignRow): Sheet {
  return {
    name: "提醒名单", title: `${campaign.title}未选礼包职工`, notes: [`截止日 ${campaign.choose_by}；没有选的发放默认礼包。短信内容可直接用于群发，请勿公开。`], columns: [text("工号", 12), text("姓名", 10), text("手机号", 14), text("部门", 16), wide("短信内容", 70)],
    rows: silentRows(container, campaign), ...nothing,
  }
}

async function* silentRows(container: MedusaContainer, { id, title, choose_by }: CampaignRow) {
  for await (const rows of campaignsOf(container).readRoster(id)) {
    for (const row of rows.filter(({ pack_id }) => pack_id === null)) {
      const { name, phone } = openRecipient(row)
      yield [row.employee_number, name, phone, row.department, `${title}：请在 ${choose_by} 前选礼包 ${linkOf(container, row.id)} 验证码 ${linkCode(orderKey(), row.id)}`]
    }
  }
}

/** 变动通知: for whom something was changed after the choosing had closed, with the words to send by SMS; who has an e-mail address had a letter. */
export function changeSheet(container: MedusaContainer, campaign: CampaignRow): Sheet {
  return {
    name: "变动通知", title: `${campaign.title}礼包变动通知名单`, notes: ["短信内容可直接用于群发，请勿公开。填了邮箱的职工另有邮件。"], columns: [text("工号", 12), text("姓名", 10), text("手机号", 14), text("部门", 16), wide("短信内容", 70)],
    rows: changedRows(container, campaign), ...nothing,
  }
}

async function* changedRows(container: MedusaContainer, { id, title }: CampaignRow) {
  const module = campaignsOf(container)
  const rows = await module.readChanged(id)
  const changes = await module.readLastChanges(rows.map((row) => row.id))
  for (const row of rows) {
    const { name, phone } = openRecipient(row)
    yield [row.employee_number, name, phone, row.department, `${title}：${toldOf(changes.get(row.id)!)}`]
  }
}

/** 慰问活动证明: one paper about one campaign, which names no member. */
export function evidenceSheet({ campaign, organisation, packs, orders, transfers, changes, benefit }: CampaignEvidence): Sheet {
  const fact = (label: string, value: string) => [label, value, null] as (string | number | null)[]
  const facts = [
    fact("会议纪要", campaign.minutes ? `${campaign.minutes.filename}，SHA-256 ${campaign.minutes.sha256}` : "未上传"),
    fact("名册", `${campaign.members} 人，${campaign.heads} 份；离开 ${campaign.left} 人；自选 ${campaign.chosen} 人，默认 ${campaign.silent} 人`),
    fact("签收", `已领 ${campaign.handed_out} 人（其中代领 ${campaign.by_proxy} 人），送货到家 ${campaign.to_home} 人${campaign.unproven > 0 ? `（${campaign.unproven} 人还没有签收凭据）` : ""}，未领退回工会 ${campaign.unclaimed} 人，破损补发 ${campaign.replaced} 人`),
    ...changes.map(({ from_pack, to_pack, reason, members }) => fact("截止后调整", `${from_pack ?? "未选"} → ${to_pack ?? "移出"}：${members} 人，${reason}`)),
    ...packs.map(({ name, taken, price_fen, goods }): (string | number | null)[] => ["礼包", `${name}：${goods.map((one) => `${one.title} × ${one.quantity}（${one.designation ?? "认定已失效"}）`).join("、")}；${taken} 份`, price_fen * taken]),
    ...orders.sellers.map(({ seller, orders: count, total_fen, lines }): (string | number | null)[] => ["卖方", `${seller.name}：${count} 单，${lines.map(({ title, quantity, lots }) => `${title} × ${quantity}${lots.length > 0 ? `（批次 ${lotsText(lots)}）` : ""}`).join("、")}`, total_fen]),
    ...orders.replacements.map(({ order_id, reason, cost_fen, lots }): (string | number | null)[] => ["补发", `${order_id.slice(-8)}：${reason}，经营主体承担${lots.length > 0 ? `（批次 ${lotsText(lots)}）` : ""}`, cost_fen]),
    ...transfers.map(({ reference, received_on, amount_fen }): (string | number | null)[] => ["付款", `${received_on} 工会账户转账，流水号 ${reference}`, amount_fen]),
    ["农户受益", `${benefit.households} 户；预提 ¥${formatFen(benefit.provisional_fen)}，应付 ¥${formatFen(benefit.payable_fen)}，已兑付 ¥${formatFen(benefit.settled_fen)}`, benefit.total_fen],
  ]
  return {
    name: "慰问证明", title: `${campaign.title}证明材料`, notes: [`${organisation}　${campaign.year} 年${campaign.holiday_name}　每人预算 ¥${formatFen(campaign.budget_fen)}，只发实物`],
    columns: [text("项目", 12), wide("内容", 60), { heading: "金额（元）", width: 14, kind: "money" }], rows: facts,
    ending: () => ({ apart: [], foot: [{ label: "订单合计", fen: orders.total_fen }, { label: "已付款", fen: orders.paid_fen }], in_words: { label: "订单合计大写", fen: orders.total_fen } }),
    places: [{ label: "工会（盖章）" }, { label: "日期" }],
  }
}
