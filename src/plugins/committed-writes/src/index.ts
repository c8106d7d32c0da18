export { type CommitListener, type Write, watchWrites } from './watch-writes.ts'
