export const PAPER_ERRORS = {
  masked_copy_only: "按采购单位或订单开具的名册只出脱敏件，不能含完整身份证号码",
  unknown_document: "没有这份文件，请核对编号",
  document_differs: "同一对象、同一期间已开具过内容不同的文件；请填写事由，作废旧件后换发",
  document_void: "这份文件已经作废",
  void_reason_required: "请写明作废事由（至少四个字）",
  paper_unbalanced: "这份材料与台账不相符，不能开具；请先核对台账",
} as const
