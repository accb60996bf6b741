/** What was changed for a member after the choosing had closed. */
export interface Change {
  from_pack: string | null
  /** Null: no pack any more. */
  to_pack: string | null
  reason: string
}

/** What a member is told of the change, behind the personal link, by letter and by the union's own message. */
export function toldOf({ from_pack, to_pack, reason }: Change): string {
  if (to_pack === null) return `本次慰问没有为您发放礼包：${reason}。如有疑问请联系工会。`
  return from_pack === null ? `工会为您安排了“${to_pack}”：${reason}。` : `您的礼包由“${from_pack}”改为“${to_pack}”：${reason}。`
}
