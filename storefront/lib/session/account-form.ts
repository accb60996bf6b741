import { z } from "zod"
import { errorsOf } from "../forms/form-state"

const Email = z.email("请填写有效的邮箱，例如 wang@example.cn").max(120, "邮箱太长")
const Name = z.string().min(1, "请填写姓名").max(40, "姓名请控制在 40 字以内").regex(/^[^<>{}"`\\]*$/, "姓名里有不能使用的符号")
const Phone = z.string().regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})?$/, "请填写 11 位手机号或带区号的座机")
/** What scrypt is given; the bound keeps a megabyte from being hashed. */
const NewPassword = z.string().min(8, "密码至少 8 个字符").max(72, "密码请控制在 72 个字符以内")

export const SignInForm = z.object({ email: Email, password: z.string().min(1, "请填写密码").max(200, "密码太长") })
export const ProfileForm = z.object({ name: Name, phone: Phone })
export const RegisterForm = z.object({ email: Email, password: NewPassword, name: Name, phone: Phone })

type Read<T> = { ok: true; value: T } | { ok: false; errors: Record<string, string> }

export function readForm<T>(schema: z.ZodType<T>, typed: unknown): Read<T> {
  const read = schema.safeParse(typed)
  return read.success ? { ok: true, value: read.data } : { ok: false, errors: errorsOf(read.error.issues) }
}
