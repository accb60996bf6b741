export const PROVENANCE_ERRORS = {
  designation_expired: "该商品的认定已到期或被撤销，暂停销售",
} as const
