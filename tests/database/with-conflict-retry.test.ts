import { expect, test } from 'vitest'

import { createAdmission } from '../../src/database/admission.ts'
import {
  ConflictRetryError,
  currentConflictScope,
  withConflictRetry,
} from '../../src/database/with-conflict-retry.ts'

/** What an adapter does when a transaction is lost. */
const loseTransaction = () => {
  const scope = currentConflictScope()
  if (scope) {
    scope.conflict = new Error('WriteConflict')
  }
}

test('an operation that lost its transaction is run again until it succeeds', async () => {
  let runs = 0
  const result = await withConflictRetry(() => {
    runs += 1
    if (runs < 4) {
      loseTransaction()
      return Promise.reject(new Error('lost'))
    }
    return Promise.resolve('saved')
  })
  expect([result, runs]).toEqual(['saved', 4])
})

test('a lost transaction is also seen behind a Response or collected errors', async () => {
  const answers: unknown[] = [
    new Response('', { status: 500 }),
    { docs: [], errors: [{ message: 'lost' }] },
    'saved',
  ]
  const result = await withConflictRetry(() => {
    loseTransaction()
    return Promise.resolve(answers.shift())
  })
  expect(result).toBe('saved')
})

test('an error without a lost transaction is passed on at once', async () => {
  let runs = 0
  await expect(
    withConflictRetry(() => {
      runs += 1
      return Promise.reject(new Error('wrong input'))
    }),
  ).rejects.toThrow('wrong input')
  expect(runs).toBe(1)
})

test('an operation that loses every time ends with an error that says so', async () => {
  await expect(
    withConflictRetry(
      () => {
        loseTransaction()
        return Promise.reject(new Error('lost'))
      },
      { attempts: 3 },
    ),
  ).rejects.toThrow(ConflictRetryError)
})

test('an inner operation repeats itself and not the outer one', async () => {
  const runs = { inner: 0, outer: 0 }
  await withConflictRetry(() => {
    runs.outer += 1
    return withConflictRetry(() => {
      runs.inner += 1
      if (runs.inner < 3) {
        loseTransaction()
        return Promise.reject(new Error('lost'))
      }
      return Promise.resolve()
    })
  })
  expect(runs).toEqual({ inner: 3, outer: 1 })
})

test('after conflicts only one operation is let in at a time', async () => {
  const admission = createAdmission({ most: 4 })
  for (let conflict = 0; conflict < 3; conflict += 1) {
    admission.countConflict()
  }
  const first = await admission.enter()
  let isSecondInside = false
  const second = admission.enter().then(({ leave }) => {
    isSecondInside = true
    leave()
  })
  await Promise.resolve()
  expect(isSecondInside).toBe(false)
  first.leave()
  await second
  expect(isSecondInside).toBe(true)
})
