export { type CommitListener, watchWrites } from './watch-writes.ts'
export type { Write } from './write.ts'
