export const DEMAND_ERRORS = {
  demand_closed: "这条需求已经结束，请刷新后查看",
  quotes_sealed: "报价截止后才能比较和选定，请在截止日之后再来",
  quoting_ended: "报价已经截止",
  quote_by_late: "报价截止日应不早于今天，并早于开始供货的日期",
  quote_gone: "这份报价已撤回或已过有效期，请选择其他报价",
  quote_not_certified: "只有认定在有效期内的商品才能报价",
  quote_wrong_origin: "这条需求要求指定产地的商品",
  quote_line_unknown: "报价里有需求以外的内容，请刷新后重新填写",
  choice_reason_required: "没有选排在最前的报价时，请写明理由",
} as const
