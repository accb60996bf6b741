"use server"

import type { PackInput } from "@fupin/contract/schemas"
import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { withSession } from "@/lib/session"
import { readCampaign, readPack } from "./campaign-form"
import { remedyText } from "./campaign-words"
import { createCampaign, getCampaign, remedyCampaign } from "./campaigns"
import { changed, tried } from "./changed"

type Answer = Promise<FormState>
const DONE: Record<string, string> = {
  open: "已开始选礼包，可以把链接和验证码发给职工", close: "已截止；未选的职工已按默认礼包安排", reopen: "已重新开放选择", place: "已审批，正在下单", arrive: "已确认到货，可以发放", finish: "活动已结束，未领的礼包退回工会", erase: "职工地址和手机号已删除", cancel: "活动已取消",
}

export async function saveCampaign(_previous: FormState, form: FormData): Answer {
  const read = readCampaign(form)
  if (!read.ok) return refused(read.values, read.errors)
  let id = ""
  const failure = await tried("/desk/campaigns/new", read.values, async (token) => { id = await createCampaign(token, read.value) })
  return failure ?? redirect(`/desk/campaigns/${id}`)
}

export async function addPack(_previous: FormState, form: FormData): Answer {
  const read = readPack(form)
  if (!read.ok) return refused(read.values, read.errors)
  const id = read.values.id ?? ""
  return savePacks(id, read.values, (packs) => [...packs, read.value], `已加入“${read.value.name}”`)
}

export async function removePack(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  return savePacks(values.id ?? "", values, (packs) => packs.filter(({ name }) => name !== values.pack_name), `已移除“${values.pack_name}”`)
}

/** All packs are saved together: those there are, with the change. */
async function savePacks(id: string, values: Record<string, string>, change: (packs: PackInput[]) => PackInput[], message: string): Answer {
  const path = `/desk/campaigns/${id}`
  const held = await withSession(path, (token) => getCampaign(token, id))
  const packs = change((held?.packs ?? []).map(({ name, price_fen, is_halal, is_default, stock_limit, goods }) => ({ name, price_fen, is_halal, is_default, stock_limit, components: goods.map(({ variant_id, quantity }) => ({ variant_id, quantity })) })))
  if (packs.length === 0) return refused(values, {}, "请至少保留一款礼包；可先加入新的，再移除这一款")
  return changed(path, values, ["campaigns", id, "packs"], { packs }, message)
}

export async function takeStep(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { id = "", step = "", reason = "" } = values
  if (step === "cancel" && reason === "") return refused(values, { reason: "请说明取消的原因" })
  return changed(`/desk/campaigns/${id}`, values, ["campaigns", id, "steps"], { step, reason }, DONE[step] ?? "已完成")
}

export async function addRecipient(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { id = "", employee_number, name, phone, department, email } = values
  const body = { employee_number, name, phone: phone?.replace(/\s/g, ""), department, email: email || null, diet: form.has("halal") ? "halal" : "none" }
  const missing = { ...(employee_number ? {} : { employee_number: "请填写工号" }), ...(name ? {} : { name: "请填写姓名" }), ...(/^1[3-9]\d{9}$/.test(body.phone ?? "") ? {} : { phone: "请填写 11 位手机号" }) }
  if (Object.keys(missing).length > 0) return refused(values, missing)
  return changed(`/desk/campaigns/${id}/roster`, values, ["campaigns", id, "recipients"], body, `已加入 ${name}`)
}

/** Leaves, or is given a pack by the union. */
export async function changeRecipient(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { id = "", recipient_id = "", pack_id, change } = values
  return changed(`/desk/campaigns/${id}/roster`, values, ["campaigns", id, "recipients", recipient_id], change === "leave" ? { leave: true } : { pack_id }, change === "leave" ? "已移出名册" : "已代选礼包")
}

export async function handOut(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { id = "", code, recipient_id, proxy_name, proxy_reason } = values
  if (!code && !recipient_id) return refused(values, { code: "请输入领取码" })
  if (proxy_name && !proxy_reason) return refused(values, { proxy_reason: "请写明代领的原因" })
  const proxy = proxy_name ? { name: proxy_name, reason: proxy_reason } : null
  return changed(`/desk/campaigns/${id}/hand-out`, values, ["campaigns", id, "hand-outs"], { ...(code ? { code } : { recipient_id }), proxy }, proxy ? `已由 ${proxy_name} 代领` : "已签收")
}

export async function replacePack(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { id = "", recipient_id = "", reason = "" } = values
  if (reason.length < 2) return refused(values, { reason: "请说明损坏情况" })
  return changed(`/desk/campaigns/${id}/hand-out`, values, ["campaigns", id, "replacements"], { recipient_id, reason }, "已下补发订单，由经营主体承担")
}

/** A carrier's number of a parcel, or what the union knows of it for a reason. */
export async function saveParcel(_previous: FormState, form: FormData): Answer {
  const values = textsOf(form)
  const { id = "", recipient_id, seller_id, carrier = "", tracking_number = "", signed_on, reason = "", what } = values
  const path = `/desk/campaigns/${id}/hand-out`
  if (what !== "carrier") {
    if (reason.length < 2) return refused(values, { reason: "请写明原因" })
    return changed(path, values, ["campaigns", id, "parcels"], { recipient_id, outcome: what === "returned" ? "returned" : "delivered", reason }, what === "returned" ? "已登记退回工会" : "已登记收到")
  }
  const number = tracking_number.replace(/[\s-]/g, "")
  const missing = { ...(carrier.length < 2 ? { carrier: "请填写快递公司" } : {}), ...(/^[A-Za-z0-9]{6,30}$/.test(number) ? {} : { tracking_number: "运单号应为 6 到 30 位字母或数字" }) }
  if (Object.keys(missing).length > 0) return refused(values, missing)
  return changed(path, values, ["campaigns", id, "parcels"], { recipient_id, seller_id, carrier, tracking_number: number, signed_on: signed_on || null }, signed_on ? "已登记签收" : "已登记运单，签收后补填日期")
}

/** First what it would bring; the very same is then done. */
export async function remedyShortage(_previous: FormState, form: FormData): Answer {
  const { mode = "", id = "", pack_id = "", to_pack_id = "", reason = "", ...rest } = textsOf(form)
  const recipient_ids = rest.recipient_ids ?? Object.keys(rest).flatMap((name) => (name.startsWith("m:") ? [name.slice(2)] : [])).join(",")
  const values = { recipient_ids, to_pack_id, reason }
  if (mode === "back") return { values, errors: {}, message: null }
  const errors = { ...(recipient_ids === "" ? { recipient_ids: "请勾选职工" } : {}), ...(to_pack_id === "" ? { to_pack_id: "请选择怎么处理" } : {}), ...(reason.length < 2 ? { reason: "请写明原因，职工会看到" } : {}) }
  if (Object.keys(errors).length > 0) return refused(values, errors)
  const path = `/desk/campaigns/${id}`
  let said = ""
  const failure = await tried(path, values, async (token) => { said = remedyText(await remedyCampaign(token, id, { mode: mode === "save" ? "save" : "check", pack_id, to_pack_id: to_pack_id === "drop" ? null : to_pack_id, recipient_ids: recipient_ids.split(","), reason })) })
  if (mode === "save") refresh()
  return failure ?? { values: mode === "save" ? {} : { ...values, checked: "1" }, errors: {}, message: said, done: true }
}
