"use server"

import { MAIL_SAID } from "@/lib/desk/words"
import { type FormState, textsOf } from "@/lib/forms/form-state"
import { changed } from "./changed"

const PATH = "/desk/notices"

export async function readAllNotices(organisation_id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return changed(PATH, textsOf(form), ["notices", "read"], { organisation_id }, "全部标为已读")
}

export async function chooseMail(organisation_id: string, _previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  return changed(PATH, values, ["notices", "mail"], { organisation_id, mail: values.mail }, MAIL_SAID[values.mail ?? ""] ?? "已保存")
}
