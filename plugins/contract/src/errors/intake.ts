export const INTAKE_ERRORS = {
  intake_not_xlsx: "这不是可读的 .xlsx 工作簿，请另存为 .xlsx 后上传",
  intake_too_big: "文件太大（上传不超过 40 MB，展开不超过 400 MB），请分成几个文件",
  intake_too_many_rows: "行数太多，请分成几个文件",
  intake_no_heading: "没有找到表头，请使用模板填写",
  intake_missing_columns: "表头缺少列，请使用模板填写",
  intake_double_column: "表头有重复的列，请改正",
  intake_empty: "表头以下没有填写任何内容",
  import_has_faults: "文件中有错误，没有写入任何内容；请按单元格改正，或选择只导入正确的行",
  import_nothing_right: "没有一行可以导入，请按单元格改正后重新上传",
  import_running: "另一个文件正在导入，请等它结束后再试",
  upload_empty: "没有收到文件，请选择文件后重试",
} as const
