export const BASE_ERRORS = {
  base_name_taken: "这个村镇已经登记了同名的基地，请换一个名称或修改已有的",
  base_step_closed: "基地目前的状态不能做这一步，请刷新后查看",
  base_goods_of_others: "主要产品须由所选经营主体销售，请核对商品或经营主体",
  base_goods_from_elsewhere: "主要产品的产地不在基地所在地，请核对产地",
  base_support_overlaps: "同一单位的帮扶起止日期有重叠，请核对",
  base_support_outside_term: "帮扶的起止日期须在基地的起止日期之内",
  base_end_in_future: "结束日期不能晚于今天，请在基地结束之后登记",
} as const
