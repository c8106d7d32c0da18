import { type Access, type Endpoint, Forbidden, type Payload } from 'payload'

import { linkAll } from './link-entries.ts'
import { readTrail } from './read-trail.ts'

/** The trail as JSON Lines: one entry a line, in order, with everything that its hash covers, up to the moment it was asked for. */
export async function* exportTrail(payload: Payload): AsyncGenerator<string> {
  await linkAll(payload)
  for await (const entry of readTrail(payload)) yield `${JSON.stringify(entry)}\n`
}

/** `GET /api/audit-trail/export`: the trail as a stream of JSON Lines, for those who may read it. */
export const exportEndpoint = (mayRead: Access): Omit<Endpoint, 'root'> => ({
  handler: async (req) => {
    if ((await mayRead({ req })) !== true) throw new Forbidden(req.t)
    const lines = exportTrail(req.payload)
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array>({
      cancel: async () => {
        await lines.return(undefined)
      },
      pull: async (controller) => {
        const { done, value } = await lines.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
    })
    return new Response(body, {
      headers: {
        'Cache-Control': 'no-store',
        'Content-Disposition': 'attachment; filename="audit-trail.jsonl"',
        'Content-Type': 'application/x-ndjson; charset=utf-8',
      },
    })
  },
  method: 'get',
  path: '/export',
})
