import type { Metadata } from "next"
import { AccountFrame } from "@/components/account/account-frame"
import { ProfileForm } from "@/components/account/profile-form"
import { getCustomer, withSession } from "@/lib/session"

export const metadata: Metadata = { title: "个人资料" }

export default async function ProfilePage() {
  const { name, phone, email } = await withSession("/account/profile", getCustomer)
  return (
    <AccountFrame title="个人资料" here="/account/profile">
      <p className="mb-6 text-ink-soft">登录邮箱 <span className="font-semibold text-ink">{email}</span></p>
      <ProfileForm name={name} phone={phone ?? ""} />
    </AccountFrame>
  )
}
