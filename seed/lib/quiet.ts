import type { IEventBusModuleService, MedusaContainer, Subscriber } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

type Bus = IEventBusModuleService & { eventToSubscribersMap: Map<string | symbol, { id: string; subscriber: Subscriber }[]> }

/**
 * Does `work` while nobody listens to events. What they would start for each row one by one (index, ledger)
 * the seed does itself, once and for all rows, before it ends.
 */
export async function quietly<T>(container: MedusaContainer, work: () => Promise<T>): Promise<T> {
  const bus = container.resolve<Bus>(Modules.EVENT_BUS)
  const held = [...bus.eventToSubscribersMap].flatMap(([event, subscribers]) => subscribers.map(({ id, subscriber }) => ({ event, id, subscriber })))
  for (const { event, id, subscriber } of held) bus.unsubscribe(event, subscriber, { subscriberId: id })
  bus.eventToSubscribersMap.clear()
  try {
    return await work()
  } finally {
    for (const { event, id, subscriber } of held) bus.subscribe(event, subscriber, { subscriberId: id })
  }
}
