export const GROUP_BUY_ERRORS = {
  group_buy_terms: "团购的时间、价格阶梯或数量不成立，请核对",
  group_buy_state: "这次团购目前的状态不能做这一步，请刷新后查看",
  group_buy_not_open: "这次团购还没有开始，或已经结束",
  group_buy_not_certified: "只有认定在有效期内的商品才能开团",
  group_buy_full: "剩余份数不够了，请减少数量",
  group_buy_cap: "超过每位买家的限购数量，请减少数量",
  group_buy_paying: "您上一次参团正在付款，请五分钟后再试",
  group_buy_lapsed: "参团的付款时间已过或内容有变，没有扣款；请回到团购页重新参团",
  group_buy_cannot_leave: "团购已经结束或订单已在处理，不能再退出",
} as const
