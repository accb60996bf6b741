export const CHECKOUT_ERRORS = {
  out_of_stock: "库存不足，请减少数量或换一件商品",
  unknown_variant: "商品规格不存在或已下架",
  invalid_quantity: "数量应为 1 到 9999 之间的整数",
} as const
