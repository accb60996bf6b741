import { expect, it } from "vitest"
import { maskAccount, maskIdNumber, maskName, maskPhone } from "./mask"

it.each([["王小明", "王**"], ["王明", "王**"], ["欧阳小明", "欧**"], ["", "**"]])("masks the name %s", (name, masked) => expect(maskName(name)).toBe(masked))
it("masks an ID number", () => expect(maskIdNumber("500238189001010017")).toBe("5002************17"))
it.each([["13800000000", "138****0000"], ["023-51522222", "****22"]])("masks the phone %s", (phone, masked) => expect(maskPhone(phone)).toBe(masked))
it("masks an account", () => expect(maskAccount("6217000012345678")).toBe("****5678"))
