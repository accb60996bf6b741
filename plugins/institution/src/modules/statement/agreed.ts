/** States in which both sides have what a statement says. Until then an answer may be disputed again, and takes nothing off. */
export const AGREED = "('confirmed', 'settled')"

/** What both sides took off, in fen, 0 or less: over the lines `x` of statements that this condition names. */
export const takenOff = (of: string): string =>
  `coalesce((select sum(x.due_fen - x.amount_fen) from statement_line x join statement h on h.id = x.statement_id and h.state in ${AGREED} where ${of}), 0)`
