import type { DonationRecipientKind } from "@fupin/contract/schemas"

export const RECIPIENT_KINDS: Record<DonationRecipientKind, string> = { school: "学校", care_home: "养老机构", hospital: "医院", community: "社区" }
