export { type AnswerStore, createAnswerStore } from './answer-store.ts'
export { changeOfWrites } from './change-of-writes.ts'
export {
  collectReads,
  createReadNotes,
  noteRead,
  noteUnknown,
  type ReadNotes,
} from './read-notes.ts'
export { anything, type Change, slugOfTag, type Tag } from './tags.ts'
export { watchReads } from './watch-reads.ts'
