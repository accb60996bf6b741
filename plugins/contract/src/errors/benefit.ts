export const BENEFIT_ERRORS = {
  invalid_period: "期间应为 YYYY-MM，例如 2026-11",
} as const
