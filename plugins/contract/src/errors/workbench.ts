export const WORKBENCH_ERRORS = {
  not_a_producer_member: "您不是该经营主体的成员，请向当地帮扶办索取邀请码",
  producer_stopped: "该经营主体已被暂停办理，目前只能查看；请联系当地帮扶办",
  producer_not_stopped: "该经营主体没有被暂停，请刷新后查看",
  producer_invitation_closed: "邀请码无效、已用过或已过期，请向当地帮扶办索取新的邀请码",
  producer_join_locked: "邀请码试错太多次，请 15 分钟后再试",
  invoice_wrong_type: "请上传 PDF、OFD 或 XML 格式的发票，也可以是 JPG 或 PNG 图片",
  packing_no_goods: "这次送货没有下单这件商品，还不能登记批次",
  packing_closed: "货已验收或已开始发放，装箱的批次不能再改",
} as const
