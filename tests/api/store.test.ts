import { importStore } from "../../seed/importers/store"
import { createGoods } from "../support/goods"
import { buy } from "../support/purchase"
import { describeShop } from "../support/shop"

describeShop(({ api, getContainer }) => {
  describe("the shop opens", () => {
    it("once, however often it is opened", async () => {
      const first = await importStore(getContainer())
      expect(await importStore(getContainer())).toEqual(first)
      expect(Object.keys(first.shipping_option_ids).sort()).toEqual(["cold", "pickup", "standard"])
    })

    it("and sells a potato", async () => {
      const store = await importStore(getContainer())
      const goods = await createGoods(getContainer(), store, "巫溪洋芋", 39.9)
      const order = await buy(api, store, [{ variant_id: goods.variant_id, quantity: 2 }])
      expect(order).toMatchObject({ currency_code: "cny", item_total: 79.8, total: 87.8 })
    })
  })
})
