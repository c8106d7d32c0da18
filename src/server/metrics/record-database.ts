import type { Payload } from 'payload'
import { Counter, Histogram, type Registry } from 'prom-client'

import { watchDatabase } from '../../database/watch-database.ts'

/**
 * Counts and times what the database is asked.
 * @returns a function that ends it
 */
export const recordDatabase = ({
  payload,
  registry,
}: {
  payload: Payload
  registry: Registry
}): (() => void) => {
  const registers = [registry]
  const durations = new Histogram({
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5],
    help: 'Seconds of operations of the database adapter, by kind (read, write) and method.',
    labelNames: ['kind', 'operation'],
    name: 'qiao_database_operation_duration_seconds',
    registers,
  })
  const failures = new Counter({
    help: 'Operations of the database adapter that failed; a lost transaction, which is run again, fails too.',
    labelNames: ['kind', 'operation'],
    name: 'qiao_database_operation_errors_total',
    registers,
  })
  const transactions = new Counter({
    help: 'Transactions that ended, by outcome: committed, rolled_back.',
    labelNames: ['outcome'],
    name: 'qiao_database_transactions_total',
    registers,
  })
  const conflicts = new Counter({
    help: 'Runs of operations that lost a transaction against another one, and were run again (MongoDB).',
    name: 'qiao_database_conflicts_total',
    registers,
  })
  const waits = new Histogram({
    buckets: [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    help: 'Seconds that transactions waited for the one writer (SQLite).',
    name: 'qiao_database_write_wait_seconds',
    registers,
  })
  for (const outcome of ['committed', 'rolled_back']) transactions.inc({ outcome }, 0)
  return watchDatabase(payload.db, (event) => {
    switch (event.type) {
      case 'conflict':
        conflicts.inc()
        break
      case 'operation': {
        const labels = { kind: event.isWrite ? 'write' : 'read', operation: event.operation }
        durations.observe(labels, event.ms / 1000)
        if (event.isFailed) failures.inc(labels)
        break
      }
      case 'transaction':
        transactions.inc({ outcome: event.outcome })
        break
      case 'write-wait':
        waits.observe(event.ms / 1000)
    }
  })
}
