"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { ApiError } from "@/lib/api"
import { type FormState, refused, textsOf } from "../forms/form-state"
import { ProfileForm, readForm, RegisterForm, SignInForm } from "./account-form"
import { closeSession, openSession } from "./cookie"
import { changeCustomer, createCustomer, type Credentials, getRegistrationToken, getToken } from "./customer"
import { withSession } from "./require-session"
import { returnPath } from "./return-path"

export async function signIn(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const read = readForm(SignInForm, { ...values, password: form.get("password") })
  if (!read.ok) return refused(values, read.errors)
  const refusal = await enter(read.value)
  return refusal ? refused(values, {}, refusal) : redirect(returnPath(values.next))
}

export async function register(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const read = readForm(RegisterForm, { ...values, password: form.get("password") })
  if (!read.ok) return refused(values, read.errors)
  try {
    const token = await getRegistrationToken(read.value)
    await createCustomer(token, read.value)
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return refused(values, { email: "这个邮箱已经注册过，请直接登录" })
    return refused(values, {}, sentenceOf(error))
  }
  const refusal = await enter(read.value)
  return refusal ? refused(values, {}, refusal) : redirect(returnPath(values.next))
}

export async function signOut(): Promise<void> {
  await closeSession()
  redirect("/")
}

export async function saveProfile(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const read = readForm(ProfileForm, values)
  if (!read.ok) return refused(values, read.errors)
  try {
    await withSession("/account/profile", (token) => changeCustomer(token, read.value))
  } catch (error) {
    return refused(values, {}, sentenceOf(error))
  }
  refresh()
  return { values, errors: {}, message: "资料已保存", done: true }
}

/** Signs in; answers a sentence when that is refused, null when it is done. */
async function enter({ email, password }: Credentials): Promise<string | null> {
  try {
    return (await openSession(await getToken({ email, password }))) ? null : "这个邮箱不是购物账号，请先注册"
  } catch (error) {
    return error instanceof ApiError && error.status === 401 ? "邮箱或密码不对，请重新输入" : sentenceOf(error)
  }
}

/** The sentence of a refusal; what is no refusal of the backend goes on to the error page. */
function sentenceOf(error: unknown): string {
  if (error instanceof ApiError) return error.message
  throw error
}
