"use server"

import { refresh } from "next/cache"
import { EndPersonInput, JoinInput, MemberInvitationInput, RoleInput } from "@fupin/contract/schemas"
import { errorsOf, type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { changed, tried } from "./changed"
import { postInvitation, postJoin } from "./members"

const HERE = "/desk/organisation"

/** The code stands here alone, until the page is left. */
export interface InvitationState extends FormState {
  code: string | null
}

const SENTENCES = { note: "备注不超过 60 字，不含引号、尖括号", email: "请填写正确的邮箱，或者留空" }

export async function inviteMember(_previous: InvitationState, form: FormData): Promise<InvitationState> {
  const { organisation_id, role, note, valid_days, email, ...values } = textsOf(form)
  const typed = { role: role ?? "", note: note ?? "", valid_days: valid_days ?? "", email: email ?? "", ...values }
  const read = MemberInvitationInput.safeParse({ organisation_id, role, note, valid_days: Number(valid_days), email: email || null })
  if (!read.success) return { ...refused(typed, errorsOf(read.error.issues, SENTENCES)), code: null }
  let code = ""
  const failure = await tried(HERE, typed, async (token) => { code = await postInvitation(token, read.data) })
  refresh()
  return failure ? { ...failure, code: null } : { values: {}, errors: {}, message: "邀请码已生成，只显示这一次", done: true, code }
}

export async function revokeInvitation(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  return changed(HERE, values, ["members", "invitations", values.id ?? "", "revoke"], {}, "邀请码已撤销")
}

export async function addRole(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const read = RoleInput.safeParse({ organisation_id: values.organisation_id, customer_id: values.customer_id, role: values.role })
  return read.success ? changed(HERE, values, ["members", "roles"], read.data, "角色已增加") : refused(values, {}, "请从列表里选择角色")
}

export async function endRole(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  return changed(HERE, values, ["members", "roles", values.id ?? "", "end"], {}, "角色已终止")
}

export async function endPerson(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const read = EndPersonInput.safeParse({ organisation_id: values.organisation_id, customer_id: values.customer_id })
  return read.success ? changed(HERE, values, ["members", "end"], read.data, "权限已全部终止") : refused(values, {}, "没有找到这位成员，请刷新后再试")
}

export async function joinUnit(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const read = JoinInput.safeParse({ code: values.code })
  if (!read.success) return refused(values, { code: "邀请码为 16 位字母和数字，例如 ABCD-EFGH-JKLM-NPQR" })
  let counts = false
  const failure = await tried("/desk", values, async (token) => { counts = await postJoin(token, read.data) })
  refresh()
  return failure ?? { values: {}, errors: {}, message: counts ? "已加入，现在就能使用" : "已加入，帮扶办核验后就能使用", done: true }
}
