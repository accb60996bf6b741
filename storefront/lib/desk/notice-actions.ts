"use server"

import { type FormState, textsOf } from "@/lib/forms/form-state"
import { changed } from "./changed"

const PATH = "/desk/notices"
const SAID: Record<string, string> = { each: "以后每条通知发一封邮件", digest: "以后每天早上汇总成一封邮件", none: "以后不发邮件，通知只在这里" }

export async function readAllNotices(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  return changed(PATH, values, ["notices", "read"], { organisation_id: values.organisation_id }, "全部标为已读")
}

export async function chooseMail(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  return changed(PATH, values, ["notices", "mail"], { organisation_id: values.organisation_id, mail: values.mail }, SAID[values.mail ?? ""] ?? "已保存")
}
