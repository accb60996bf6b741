export const ACCESS_ERRORS = {
  not_signed_in: "请先登录",
  not_yours: "您无权查看或修改这项内容",
  not_in_your_region: "这项内容不在您负责的区划内",
  missing_permission: "您的岗位没有这项权限，请联系管理员",
  reason_required: "请填写事由（至少四个字）",
  reason_holds_number: "事由中请勿填写身份证号、手机号或银行账号",
} as const
