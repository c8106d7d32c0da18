import { createServer, type Socket } from 'node:net'
import { once } from 'node:events'

import { mongo } from 'mongoose'

/** Answers like a MongoDB server that belongs to no replica set, to every command. */
export const startStandaloneMongodb = async (): Promise<{ stop: () => void; url: string }> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let waiting = Buffer.alloc(0)
    socket.on('error', () => sockets.delete(socket))
    socket.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk])
      while (waiting.length >= 16 && waiting.length >= waiting.readInt32LE(0)) {
        const length = waiting.readInt32LE(0)
        socket.write(answerTo(waiting.subarray(0, length)))
        waiting = waiting.subarray(length)
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    stop: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
    url: `mongodb://127.0.0.1:${String(port)}/qiao`,
  }
}

const opReply = 1
const opMsg = 2013

/** The MongoDB wire protocol: the old OP_QUERY of a first greeting is answered by OP_REPLY, all else by OP_MSG. */
function answerTo(message: Buffer): Buffer {
  const document = mongo.BSON.serialize({
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWireVersion: 21,
    maxWriteBatchSize: 100_000,
    minWireVersion: 0,
    ok: 1,
  })
  const isMsg = message.readInt32LE(12) === opMsg
  const before = Buffer.alloc(isMsg ? 5 : 20)
  if (!isMsg) before.writeInt32LE(1, 16)
  const header = Buffer.alloc(16)
  header.writeInt32LE(16 + before.length + document.length, 0)
  header.writeInt32LE(message.readInt32LE(4), 8)
  header.writeInt32LE(isMsg ? opMsg : opReply, 12)
  return Buffer.concat([header, before, document])
}
