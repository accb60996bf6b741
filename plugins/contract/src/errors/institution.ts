export const INSTITUTION_ERRORS = {
  not_a_member: "您不是该采购单位的成员",
} as const
