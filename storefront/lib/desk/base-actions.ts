"use server"

import { redirect } from "next/navigation"
import { type FormState, refused } from "@/lib/forms/form-state"
import { readBase } from "./base-form"
import { proposeBase } from "./bases"
import { tried } from "./changed"

export async function saveBase(_previous: FormState, form: FormData): Promise<FormState> {
  const read = readBase(form)
  if (!read.ok) return refused(read.values, read.errors)
  const failure = await tried("/desk/bases/new", read.values, (token) => proposeBase(token, read.value))
  return failure ?? redirect("/desk/bases?proposed=yes")
}
