import net from "node:net"
import { Fault } from "./say.mjs"

/** Throws one clear line when someone else listens on `port`. */
export async function requireFreePort(port, variable) {
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Fault(`${variable} 应为 1 到 65535 之间的端口号`)
  if (!(await canListen(port))) throw new Fault(`端口 ${port} 已被占用：请关闭占用它的程序，或用 ${variable}=其他端口 再启动`)
}

function canListen(port) {
  return new Promise((resolve) => {
    const probe = net.createServer().once("error", () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
