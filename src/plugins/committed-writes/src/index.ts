export { writingMethods } from './describe-write.ts'
export { idsOfFilter } from './ids-of-filter.ts'
export { type CommitListener, watchWrites } from './watch-writes.ts'
export type { State, Write } from './write.ts'
