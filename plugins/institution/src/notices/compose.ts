import { MEMBER_ROLES, quantityText } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"
import type { MemberRole, NoticeKind, SettleBy } from "@fupin/contract/schemas"

/** Something that was committed and that somebody should hear of, once. */
export interface Fact {
  /** The same fact has the same key, however often it is read. */
  key: string
  kind: NoticeKind
  /** The unit, or the producer, whose people hear of it. */
  owner_id: string
  /** What the page about it is named by. */
  id: string
  subject: string
  day: string | null
  amount_fen: number | null
  count: number | null
  reason: string | null
  /** Whom it concerns personally; null: whoever holds one of the roles. */
  people: string[] | null
  goods: FactGoods[] | null
}

export interface FactGoods {
  variant_id: string
  title: string
  requested: number
  expected: number
  substitute: string | null
  settle_by: SettleBy
}

/** Whoever acts for a producer has no roles there. */
export type Seat = MemberRole | "producer"

interface Template {
  roles: readonly Seat[]
  title: (fact: Fact) => string
  body: (fact: Fact) => string
  href: (fact: Fact) => string
}

const yuan = ({ amount_fen }: Fact): string => (amount_fen === null ? "" : `¥${formatFen(amount_fen)}`)
const statement = ({ id }: Fact): string => `/desk/statements/${id}`
const campaign = ({ id }: Fact): string => `/desk/campaigns/${id}`
const preorder = ({ id }: Fact): string => `/desk/preorders/${id}`
const delivery = ({ id }: Fact): string => `/desk/occurrences/${id}`
const filing = ({ id }: Fact): string => `/desk/filing/${id}`
const why = ({ reason }: Fact): string => (reason ? `${reason.replace(/。$/, "")}。` : "")
/** Of a member's notice the reason is the role. */
const roleOf = ({ reason }: Fact): string => MEMBER_ROLES[reason as MemberRole] ?? "成员"
const members = (): string => "/desk/organisation"
const month = ({ day }: Fact): string => `${day?.slice(0, 4)} 年 ${Number(day?.slice(5, 7))} 月`

const demand = ({ id }: Fact): string => `/desk/demands/${id}`
const bench = (page: string) => ({ id }: Fact): string => `/workbench/${page}/${id}`
const invoices = (): string => "/workbench/invoices"

/** What whoever acts for a producer hears. */
const PRODUCERS: Record<Extract<NoticeKind, `producer_${string}`>, Omit<Template, "roles">> = {
  producer_packing: {
    title: ({ day }) => `${day} 要送的货`, body: ({ reason, count }) => `${reason}，送 ${count} 处。数量再有变化会另行通知。`,
    href: ({ day }) => `/workbench/packing?date=${day}`,
  },
  producer_demand: { title: ({ subject }) => `可以报价：${subject}`, body: ({ day }) => `采购单位在征集报价，您的认定商品可以参加。${day} 截止，在那之前谁也看不到您的价格。`, href: bench("demands") },
  producer_chosen: { title: ({ subject }) => `中选：${subject}`, body: () => "采购单位选定了您的报价，接下来在“协议”里商定条款。", href: bench("demands") },
  producer_passed: { title: ({ subject }) => `未中选：${subject}`, body: () => "采购单位选定了别家的报价。感谢参与，有新的需求会再通知您。", href: bench("demands") },
  producer_proposal: { title: ({ subject }) => `协议 ${subject} 有条款提议`, body: ({ count }) => `采购单位有 ${count} 项提议等您答复。`, href: bench("agreements") },
  producer_dispute: { title: (fact) => `${month(fact)}对账单有异议`, body: (fact) => `对账单 ${fact.subject} 有 ${fact.count} 行等您核对并答复。`, href: bench("statements") },
  producer_paid: { title: (fact) => `${month(fact)}对账单已付清`, body: (fact) => `对账单 ${fact.subject}，共 ${yuan(fact)}。`, href: bench("statements") },
  producer_invoice: { title: ({ subject }) => `请给 ${subject} 开票`, body: (fact) => `金额 ${yuan(fact)}。开好后上传，不能开具请写明原因。`, href: invoices },
}

/** What each kind says and to whom. Nothing here that its readers may not see at the desk: no phone, no address, no member of a union by name. */
const TEMPLATES: Record<Exclude<NoticeKind, keyof typeof PRODUCERS>, Template> = {
  approval_waiting: { roles: ["approver"], title: ({ subject }) => `等您审批：${subject}`, body: (fact) => `金额 ${yuan(fact)}，请在 ${fact.day} 前审批。`, href: () => "/desk/approvals" },
  approval_decided: {
    roles: ["buyer"], title: ({ subject, reason }) => `审批${reason === null ? "通过" : "未通过"}：${subject}`,
    body: (fact) => (fact.reason === null ? `金额 ${yuan(fact)}，已经批准。` : `金额 ${yuan(fact)}，没有批准${fact.reason ? `：${fact.reason}` : ""}。修改后可以再次提交。`), href: () => "/desk/approvals",
  },
  agreement_renewal: { roles: ["buyer"], title: ({ subject }) => `协议 ${subject} 快到期了`, body: ({ day }) => `有效期到 ${day}。到期后定向认购不再配送，需要续签请尽早办理。`, href: ({ id }) => `/desk/agreements/${id}` },
  shortage: {
    roles: ["buyer"], title: ({ subject, day }) => `${day} 配送预计缺货：${subject}`,
    body: ({ goods, reason }) => `${(goods ?? []).map(({ title, requested, expected, substitute, settle_by }) => `${title}订 ${quantityText(requested, settle_by)}、预计可供 ${quantityText(expected, settle_by)}${substitute ? `，可换成${substitute}` : ""}`).join("；")}。截单日 ${reason}，在那之前可以调整。`,
    href: ({ id }) => `/desk/occurrences/${id}`,
  },
  delivery_failed: { roles: ["buyer"], title: ({ subject, day }) => `${day} 的配送没有下成单：${subject}`, body: (fact) => `${why(fact)}系统每小时再试一次，原因消除后自动下单。`, href: delivery },
  delivery_over_budget: { roles: ["buyer", "approver", "finance"], title: ({ subject, day }) => `${day} 的配送超出预算，没有下单：${subject}`, body: (fact) => `${why(fact)}预算够了之后自动下单。`, href: delivery },
  delivery_short: {
    roles: ["buyer", "receiver"], title: ({ subject, day }) => `${day} 的配送下单时缺货：${subject}`,
    body: (fact) => `没有订足：${(fact.goods ?? []).map(({ title, requested, expected, settle_by }) => `${title}订 ${quantityText(requested, settle_by)}、实际下单 ${quantityText(expected, settle_by)}`).join("；")}。${why(fact)}`, href: delivery,
  },
  delivery_cancelled: { roles: ["buyer", "receiver"], title: ({ subject, day }) => `${day} 的配送已被取消：${subject}`, body: () => "供货方一侧取消了订单，这一天不会送货。仍需要的请联系供货方，或另行安排。", href: delivery },
  delivery_missed: { roles: ["buyer", "approver"], title: ({ subject, day }) => `${day} 的配送没有下单，已经错过：${subject}`, body: (fact) => `${why(fact)}不再补下；仍需要的请另行下单。`, href: delivery },
  approval_expired: { roles: ["buyer", "approver"], title: ({ subject }) => `审批过期：${subject}`, body: (fact) => `金额 ${yuan(fact)}，到 ${fact.day} 还没有审批，这次申请已失效。配送在配送日之前会再次提请审批，慰问活动请重新提交。`, href: () => "/desk/approvals" },
  plan_behind: { roles: ["buyer", "approver", "finance"], title: ({ subject }) => `${subject}：预计到年底完不成`, body: (fact) => `${why(fact)}打开“预算与份额”，看怎样补齐。`, href: () => "/desk/budget" },
  statement_ready: { roles: ["finance", "approver"], title: (fact) => `${month(fact)}对账单请确认`, body: (fact) => `对账单 ${fact.subject}，应付 ${yuan(fact)}。有不符的逐行提出异议，没有就确认。`, href: statement },
  statement_disputed: { roles: ["finance", "buyer"], title: ({ subject }) => `对账单 ${subject} 有异议`, body: (fact) => `${month(fact)}对账单已提出异议，正在核实。`, href: statement },
  statement_adjusted: { roles: ["finance", "approver"], title: ({ subject }) => `对账单 ${subject} 的异议已答复`, body: (fact) => `${month(fact)}对账单现在应付 ${yuan(fact)}，请再看一遍并确认。`, href: statement },
  statement_confirmed: { roles: ["finance", "buyer"], title: ({ subject }) => `对账单 ${subject} 已确认`, body: (fact) => `${month(fact)}应付 ${yuan(fact)}。请转账付款，并写明付款识别码。`, href: statement },
  statement_overdue: { roles: ["finance", "approver"], title: ({ subject }) => `对账单 ${subject} 还没有付清`, body: (fact) => `${month(fact)}对账单确认已满 30 天，共 ${yuan(fact)}，尚未付清。`, href: statement },
  campaign_refused: { roles: ["buyer"], title: ({ subject }) => `${subject}：有订单没有下成`, body: ({ count }) => `${count} 单因为库存等原因没有下成，打开活动查看原因；补货后点“继续下单”，供不上的可以替职工改选或移出。`, href: campaign },
  campaign_paid: { roles: ["buyer", "finance"], title: ({ subject }) => `${subject}：款项到账`, body: (fact) => `${fact.day} 收到工会账户转账 ${yuan(fact)}，已登记到各张订单。`, href: campaign },
  campaign_unclaimed: { roles: ["buyer", "receiver"], title: ({ subject }) => `${subject}：有礼包没有领取`, body: ({ count }) => `发放已结束，${count} 人没有领取，礼包退回工会。`, href: (fact) => `${campaign(fact)}/hand-out?show=all` },
  member_joined: { roles: ["manager"], title: ({ subject }) => `${subject} 加入了单位`, body: (fact) => `角色：${roleOf(fact)}。${fact.count === 1 ? "已经生效。" : "帮扶办核验后生效。"}`, href: members },
  member_added: { roles: ["manager"], title: (fact) => `${fact.subject} 增加了角色：${roleOf(fact)}`, body: ({ count }) => (count === 1 ? "已经生效。" : "帮扶办核验后生效。"), href: members },
  member_verified: { roles: ["manager"], title: (fact) => `${fact.subject} 的${roleOf(fact)}角色已核验`, body: () => "帮扶办核验通过，已经生效。", href: members },
  member_ended: { roles: ["manager"], title: (fact) => `${fact.subject} 不再担任${roleOf(fact)}`, body: () => "这一角色的权限已经终止，过往记录保留。", href: members },
  proposal_received: { roles: ["buyer"], title: ({ subject }) => `协议 ${subject} 有条款提议`, body: ({ count }) => `供货方有 ${count} 项提议等您答复。`, href: ({ id }) => `/desk/agreements/${id}` },
  quotes_ready: { roles: ["buyer", "approver"], title: ({ subject }) => `报价已截止：${subject}`, body: ({ count }) => (count ? `收到 ${count} 份报价，现在可以比较并选定。` : "没有收到报价，可以放宽要求后重新征集。"), href: demand },
  invoice_issued: { roles: ["finance"], title: ({ subject }) => `发票已开：${subject}`, body: (fact) => `金额 ${yuan(fact)}，可以下载。`, href: () => "/desk/payments" },
  invoice_declined: { roles: ["finance"], title: ({ subject }) => `发票没有开成：${subject}`, body: (fact) => `${yuan(fact)}，供货方说明：${why(fact)}改好后可以重新申请。`, href: () => "/desk/payments" },
  invoice_red: { roles: ["finance"], title: ({ subject }) => `发票已红冲：${subject}`, body: (fact) => `金额 ${yuan(fact)}。${why(fact)}需要的话可以重新申请。`, href: () => "/desk/payments" },
  filing_returned: { roles: ["finance"], title: (fact) => `${month(fact)}报送被退回`, body: (fact) => `${why(fact)}改好后请重新提交。`, href: filing },
  filing_accepted: { roles: ["finance"], title: (fact) => `${month(fact)}报送已通过`, body: () => "附件1、附件2 已经冻结，可以下载存档。", href: filing },
  group_buy_off: {
    roles: ["buyer", "finance"], title: ({ subject, reason }) => `团购${reason ? "取消了" : "没有成团"}：${subject}`,
    body: (fact) => `${fact.reason ? why(fact) : "付款的件数没有达到起订量。"}本单位订了 ${fact.count} 份，${fact.amount_fen ? `已付的 ${yuan(fact)} 全部退回原付款账户` : "还没有付款，不必再付"}；占用的预算已经退还，仍需要的请另行采购。`, href: () => "/desk/payments",
  },
  preorder_due: { roles: ["finance", "buyer"], title: ({ subject, day }) => `预付款 ${day} 到期：${subject}`, body: (fact) => `还差 ${yuan(fact)}，请按合同识别码转账。逾期超过宽限期合同自动失效，已付的全部退回。`, href: preorder },
  preorder_harvest: { roles: ["buyer"], title: ({ subject }) => `收成已定：${subject}`, body: ({ count, reason, day }) => `认购 ${reason} 份，分得 ${count} 份。需要退出或加购的，请在 ${day} 前答复。`, href: preorder },
  preorder_surplus: { roles: ["buyer"], title: ({ subject }) => `有余量可以加购：${subject}`, body: ({ day }) => `按原价加购，${day} 前提出，之后按约定的规则分配。`, href: preorder },
  preorder_payback: { roles: ["finance", "buyer"], title: ({ subject }) => `预购合同 ${subject} 已退款`, body: (fact) => `${fact.day} 退回 ${yuan(fact)}，请核对账户。`, href: preorder },
}

function templateOf(kind: NoticeKind): Template {
  return kind in PRODUCERS ? { roles: ["producer"], ...PRODUCERS[kind as keyof typeof PRODUCERS] } : TEMPLATES[kind as keyof typeof TEMPLATES]
}

export interface Composed {
  title: string
  body: string
  href: string
}

/** What a fact says on screen and in mail. */
export function composeNotice(fact: Fact): Composed {
  const { title, body, href } = templateOf(fact.kind)
  return { title: title(fact), body: body(fact), href: href(fact) }
}

/** Who hears of it: those it concerns, as far as they still belong to the unit or act for the producer, else those who hold one of the roles; each person once. */
export function recipientsOf({ kind, people }: Pick<Fact, "kind" | "people">, seats: readonly { customer_id: string; role: Seat }[]): string[] {
  const concerned = people === null ? seats.filter(({ role }) => templateOf(kind).roles.includes(role)) : seats.filter(({ customer_id }) => people.includes(customer_id))
  return [...new Set(concerned.map(({ customer_id }) => customer_id))].sort()
}

/** Several notices in one mail. */
export function composeDigest(notices: readonly Composed[], site: string): { subject: string; text: string } {
  return { subject: `扶贫馆今日通知（${notices.length} 条）`, text: notices.map(({ title, body, href }) => `${title}\n${body}\n${site}${href}`).join("\n\n") }
}

/** A union's letter to one member, with the personal link; the reminder goes to those who have not chosen. */
export function composeLetter(kind: "invite" | "remind", { organisation, title, choose_by, link, code }: { organisation: string; title: string; choose_by: string; link: string; code: string }): { subject: string; text: string } {
  const opening = kind === "invite" ? `${organisation}为您准备了${title}礼包，请选一款。` : `您还没有选${title}礼包，不选则发放默认礼包。`
  return { subject: kind === "invite" ? `${title}：请选礼包` : `${title}：礼包还没有选`, text: `${opening}\n\n截止：${choose_by}\n链接：${link}\n验证码：${code}\n\n链接和验证码只供您本人使用，请勿转发。` }
}

/** A letter to who applied for a unit and was refused. */
export function composeRefusal({ organisation, reason, site }: { organisation: string; reason: string; site: string }): { subject: string; text: string } {
  return { subject: `${organisation}：申请已退回`, text: `帮扶办退回了您在${organisation}的申请。\n\n原因：${reason}\n\n打开 ${site}/desk ，登录后改正并重新提交。` }
}

/** A letter with the code by which somebody joins a unit; `waits`: the office verifies them first. */
export function composeInvitation({ organisation, role, code, site, waits }: { organisation: string; role: string; code: string; site: string; waits: boolean }): { subject: string; text: string } {
  return { subject: `邀请您加入${organisation}`, text: `${organisation}邀请您以“${role}”的身份使用单位采购台。\n\n邀请码：${code}\n打开 ${site}/desk/organisation ，登录后输入邀请码${waits ? "；帮扶办核验后生效" : "，即可使用"}。` }
}
