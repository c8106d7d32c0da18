import type { Request, RequestHandler, Response } from 'express'

import { collectReads, createReadNotes, type ReadNotes } from '@qiao/read-cache'

import type { Env } from '../../env.ts'
import { type Answer, finishAnswer, sizeOfAnswer, varied } from './answer.ts'
import type { Asked } from './cache-key.ts'
import { captureAnswer, type Finish } from './capture-answer.ts'
import { negotiateEncoding } from './encode.ts'
import type { ReadCache } from './read-cache.ts'
import { sendAnswer } from './send-answer.ts'

/** An answer under way, and the drops that there had been when it was begun. */
type Flight = { answer: Promise<Answer | undefined>; begunAt: number }

/**
 * Answers from memory what was asked before, and remembers what is answered behind it: successes that were made from the
 * database, and whose every source is known. What several ask at the same moment is made once for all of them.
 */
export const rememberAnswers = ({
  cache,
  env,
  keyOf,
}: {
  cache: ReadCache
  env: Pick<Env, 'cache'>
  keyOf: (req: Request) => Asked
}): RequestHandler => {
  const { counts, store } = cache
  const flights = new Map<string, Flight>()

  const answerFrom = (key: string, answer: Answer, { req, res }: Exchange) => {
    const encoding = negotiateEncoding(req.headers['accept-encoding'])
    if (!answer.variants[encoding]) cache.compress(key, answer, encoding)
    sendAnswer({ answer, req, res })
  }

  const make = (
    { key, variesBy }: Question,
    { next, req, res }: Exchange & { next: () => void },
  ) => {
    counts.misses += 1
    const begunAt = store.now()
    let land: (answer?: Answer) => void = () => undefined
    const answer = new Promise<Answer | undefined>((resolve) => (land = resolve))
    const flight = { answer, begunAt }
    flights.set(key, flight)
    const leave = () => {
      if (flights.get(key) === flight) flights.delete(key)
      land()
    }
    const notes = createReadNotes()
    const finish: Finish = ({ before, body, end }) => {
      if (!isStorable({ notes, res, variesBy })) return false
      const isPost = req.method === 'POST'
      const made = finishAnswer({ before, body, env, isPost, res, tags: notes.tags })
      const shown = keep({ answer: made, begunAt, key, tags: notes.tags })
      land(shown)
      sendAnswer({ answer: shown, end, req, res })
      return true
    }
    captureAnswer({ finish, leave, req, res })
    collectReads(notes, next)
  }

  /** Also while nobody knows what others write: it will be told before anything is answered from memory. */
  const keep = ({ answer, begunAt, key, tags }: Made): Answer => {
    if (!env.cache.isOn) return answer
    const size = sizeOfAnswer(answer, key)
    if (store.put({ begunAt, key, size, tags, value: answer })) return answer
    counts.overtaken += 1
    // It may be older than what caches on the way were just told to drop.
    return { ...answer, headers: [...answer.headers, ['Cache-Control', 'no-store']] }
  }

  return (req, res, next) => {
    const asked = keyOf(req)
    // What says nothing of its age, errors too, Varnish would keep for two minutes.
    res.setHeader('Cache-Control', asked === 'private' ? 'private, no-store' : 'no-cache')
    if (asked === 'private' || asked === 'passing') {
      next()
      return
    }
    const { key } = asked
    if (!cache.isCurrent()) {
      make(asked, { next, req, res })
      return
    }
    const kept = store.get(key)
    if (kept) {
      counts.hits += 1
      answerFrom(key, kept, { req, res })
      return
    }
    const flight = flights.get(key)
    // One that was begun before something was written may not show it.
    if (flight?.begunAt !== store.now()) {
      make(asked, { next, req, res })
      return
    }
    counts.joins += 1
    void flight.answer.then((answer) => {
      if (answer) answerFrom(key, answer, { req, res })
      else make(asked, { next, req, res })
    })
  }
}

type Question = Exclude<Asked, string>

type Exchange = { req: Request; res: Response }

type Made = {
  answer: Answer
  begunAt: number
  key: string
  tags: ReadNotes['tags']
}

/** Only what everybody is answered who asks the same, and until something is written whose name is known. */
const isStorable = ({
  notes,
  res,
  variesBy,
}: {
  notes: ReadNotes
  res: Response
  variesBy: readonly string[]
}): boolean =>
  res.statusCode === 200 &&
  notes.tags.size > 0 &&
  !notes.isUnknown &&
  !res.hasHeader('Set-Cookie') &&
  !res.hasHeader('Content-Encoding') &&
  !/no-store|private/.test(String(res.getHeader('Cache-Control') ?? '')) &&
  varied(res).every((name) => ['origin', ...variesBy].includes(name.toLowerCase()))
