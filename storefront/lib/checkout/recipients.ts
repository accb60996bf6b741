import "server-only"
import { DonationRecipient } from "@fupin/contract/schemas"
import { z } from "zod"
import { ApiError, request } from "@/lib/api"

const Recipients = z.object({ recipients: z.array(DonationRecipient) })

/** Schools and homes that take gifts now. That they cannot be read must not stand in the way of a purchase. */
export async function getRecipients(): Promise<DonationRecipient[]> {
  try {
    return (await request("/store/donation-recipients", Recipients)).recipients
  } catch (error) {
    if (error instanceof ApiError) return []
    throw error
  }
}
